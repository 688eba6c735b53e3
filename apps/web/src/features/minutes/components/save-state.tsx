import { useEffect, useRef } from 'react';
import { announce } from '../../../lib/announcements.js';
import { clockInText } from '../../../lib/formats.js';
import { useStore } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import type { DecisionSaves } from '../use-decision-saves.js';

/** Screen readers hear of saving at most this often, in milliseconds. */
const SAID_EVERY_MS = 3000;

/** Whether everything typed on the page is saved, and since when. */
export function SaveState({ saves }: { readonly saves: DecisionSaves }) {
  const text = useSaveWords(saves);
  const lastSaid = useRef(0);
  useEffect(() => {
    if (text === null || Date.now() - lastSaid.current < SAID_EVERY_MS) return;
    lastSaid.current = Date.now();
    announce(text);
  }, [text]);
  return <span className="meta save-state">{text}</span>;
}

function useSaveWords(saves: DecisionSaves): string | null {
  const unsaved = [...useStore(saves.autosave.unsaved).values()];
  const lastSaved = useStore(saves.autosave.lastSaved);
  const { save } = da.minutes;
  const is = (state: (typeof unsaved)[number]['state']): boolean =>
    unsaved.some((each) => each.state === state);
  if (is('conflict')) return save.conflict;
  if (is('refused')) return save.refused;
  if (is('failed')) return save.failed;
  if (is('saving')) return save.saving;
  if (unsaved.length > 0) return save.waiting;
  return lastSaved === null ? null : save.saved(clockInText(new Date(lastSaved).toISOString()));
}
