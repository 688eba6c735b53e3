import { useEffect, useRef } from 'react';
import { announce } from '../../lib/announcements.js';
import { credentials } from '../../lib/api/credentials.js';
import type { Unsaved } from '../../lib/autosave/autosave.js';
import { clockInText } from '../../lib/formats.js';
import { useStore } from '../../lib/store.js';
import { da } from '../../texts/da.js';

/** What is saved again and again is said at most so often (ms). */
const SAID_EVERY = 3000;

interface SaveStatusProps {
  /** Everything typed on the page that is not saved yet. */
  readonly unsaved: readonly Pick<Unsaved<object>, 'state'>[];
  /** Something was found on the device that had not been saved. */
  readonly restored: boolean;
  readonly lastSaved: number | null;
  /** Something else than what was typed is on its way. */
  readonly busy?: boolean;
  readonly words?: Pick<typeof da.agenda.save, 'saving' | 'failed' | 'signedOut' | 'restored' | 'saved'> & {
    readonly refused: string;
    readonly conflict: string;
  };
}

/** How what was typed stands: on its way, saved when, or why not; shown, and said aloud. */
export function SaveStatus(props: SaveStatusProps) {
  const { unsaved, restored, lastSaved, busy = false, words = da.agenda.save } = props;
  const { expired } = useStore(credentials);
  const has = (state: (typeof unsaved)[number]['state']): boolean =>
    unsaved.some((one) => one.state === state);
  const text = ((): string => {
    if (has('conflict')) return words.conflict;
    if (expired && unsaved.length > 0) return words.signedOut;
    if (has('failed')) return words.failed;
    if (has('refused')) return words.refused;
    if (busy || unsaved.length > 0) return words.saving;
    return lastSaved === null ? '' : words.saved(clockInText(new Date(lastSaved).toISOString()));
  })();
  useSaid(restored ? `${words.restored}. ${text}` : text, words.saving);
  return (
    <span className="save-status">
      {restored ? <strong>{words.restored}. </strong> : null}
      {text}
    </span>
  );
}

/** Says it aloud when it has changed, and not more often than can be listened to. */
function useSaid(text: string, saving: string): void {
  const said = useRef({ at: 0, text: '' });
  useEffect(() => {
    if (text === '' || text === said.current.text || text.endsWith(saving)) return;
    const wait = Math.max(0, said.current.at + SAID_EVERY - Date.now());
    const timer = setTimeout(() => {
      said.current = { at: Date.now(), text };
      announce(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, saving]);
}
