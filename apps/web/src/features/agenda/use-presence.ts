import { useCallback, useEffect, useRef, useState } from 'react';
import type { AgendaPresenceView } from '../../../../../libs/contracts/agenda-points.js';
import { createStore } from '../../lib/store.js';
import { sayPresence } from './api/agenda.js';
import type { AgendaEditor } from './editor.js';

/** How often the page says that it is there, and learns who else is and whether the agenda has changed (ms). */
const EVERY = 4000;

export type Others = AgendaPresenceView['others'];

/**
 * Tells the others who work on the agenda that one is there, and at which point; reads the agenda anew when somebody has
 * changed it. Gives who the others are, and how to say at which point one is.
 */
export function usePresence(editor: AgendaEditor, isOn: boolean) {
  const [others] = useState(() => createStore<Others>([]));
  const at = useRef<string | null>(null);
  const mark = useRef<string | null>(null);
  useEffect(() => {
    if (!isOn) return;
    let asking = false;
    const say = async (): Promise<void> => {
      if (asking || document.visibilityState === 'hidden') return;
      asking = true;
      try {
        const answer = await sayPresence(editor.meetingId, at.current);
        if (!sameOthers(others.get(), answer.others)) others.set(answer.others);
        const isNew = mark.current !== null && mark.current !== answer.mark;
        mark.current = answer.mark;
        if (isNew && editor.busy.get() === 0) await editor.refresh();
      } catch {
        // Nobody waits for it: it is asked again in a moment, and what could not be saved is told by itself.
        if (others.get().length > 0) others.set([]);
      } finally {
        asking = false;
      }
    };
    void say();
    const timer = setInterval(() => void say(), EVERY);
    const onShown = (): void => void say();
    document.addEventListener('visibilitychange', onShown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [editor, isOn, others]);
  const say = useCallback((pointId: string | null): void => {
    at.current = pointId;
  }, []);
  return { others, say };
}

function sameOthers(one: Others, other: Others): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
