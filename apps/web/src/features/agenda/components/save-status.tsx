import { useEffect, useRef } from 'react';
import { announce } from '../../../lib/announcements.js';
import { credentials } from '../../../lib/api/credentials.js';
import { clockInText } from '../../../lib/formats.js';
import { useStore } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import { useWork } from '../work.js';

const words = da.agenda.save;
/** What is saved again and again is said at most so often (ms). */
const SAID_EVERY = 3000;

/** How what was typed and done stands: on its way, saved when, or why not. */
export function SaveStatus() {
  const { editor, unsaved } = useWork();
  const busy = useStore(editor.busy) > 0;
  const lastSaved = useStore(editor.saver.lastSaved);
  const { expired } = useStore(credentials);
  const states = [...unsaved.values()];
  const has = (state: (typeof states)[number]['state']): boolean => states.some((one) => one.state === state);
  const text = ((): string => {
    if (has('conflict')) return words.conflict;
    if (expired && states.length > 0) return words.signedOut;
    if (has('failed')) return words.failed;
    if (has('refused')) return words.refused;
    if (busy || states.length > 0) return words.saving;
    return lastSaved === null ? '' : words.saved(clockInText(new Date(lastSaved).toISOString()));
  })();
  const restored = useStore(editor.saver.restored);
  useSaid(restored ? `${words.restored}. ${text}` : text);
  return (
    <span className="save-status">
      {restored ? <strong>{words.restored}. </strong> : null}
      {text}
    </span>
  );
}

/** Says it aloud when it has changed, and not more often than can be listened to. */
function useSaid(text: string): void {
  const said = useRef({ at: 0, text: '' });
  useEffect(() => {
    if (text === '' || text === said.current.text || text.endsWith(words.saving)) return;
    const wait = Math.max(0, said.current.at + SAID_EVERY - Date.now());
    const timer = setTimeout(() => {
      said.current = { at: Date.now(), text };
      announce(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
}
