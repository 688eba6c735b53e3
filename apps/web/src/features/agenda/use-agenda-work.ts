import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MeetingState } from '../../../../../libs/domain/meeting/index.js';
import { agendaIsOut } from '../../../../../libs/domain/meeting/index.js';
import type { Unsaved } from '../../lib/autosave/autosave.js';
import { useAutosaving } from '../../lib/autosave/use-autosaving.js';
import { createStore, useStore } from '../../lib/store.js';
import { minutesIn } from '../../lib/typed-minutes.js';
import { da } from '../../texts/da.js';
import type { WorkingAgenda } from './api/agenda.js';
import { AgendaEditor } from './editor.js';
import { movedTo, standing } from './places.js';
import type { Place } from './places.js';
import { numbersAreFree, retimed } from './retimed.js';
import type { AgendaFrame } from './retimed.js';
import type { RowFields } from './row-fields.js';
import { usePresence } from './use-presence.js';
import type { AgendaWork, Control } from './work.js';

/** The editor of one agenda for as long as its page stands; what waits is sent when the page is left. */
export function useEditor(meetingId: string): AgendaEditor {
  const client = useQueryClient();
  const editor = useMemo(() => new AgendaEditor(client, meetingId), [client, meetingId]);
  useAutosaving(editor.saver);
  return editor;
}

/** What the page is given to make the work of. */
interface WorkGiven {
  readonly editor: AgendaEditor;
  readonly saved: WorkingAgenda;
  readonly frame: AgendaFrame;
  readonly state: MeetingState;
  readonly frozen: boolean;
  readonly comesLate: boolean;
  readonly postpone: (id: string) => void;
  readonly chooseMeeting: (id: string) => void;
  readonly attach: (id: string) => void;
  readonly dress: AgendaWork['dress'];
}

/** The agenda as it is drawn, and what can be done to it, which stays the same while it is drawn anew. */
export function useAgendaWork(given: WorkGiven): {
  readonly work: AgendaWork;
  readonly agenda: WorkingAgenda;
} {
  const { editor, saved, frame, state, frozen, comesLate, dress } = given;
  const unsaved = useStore(editor.saver.unsaved);
  const agenda = useShown(saved, unsaved, frame, agendaIsOut(state));
  const focus = useFocus();
  const { others, say } = usePresence(editor, !frozen);
  const [askedWhyClosed] = useState(() => createStore<string | null>(null));
  const latest = useRef({ given, agenda });
  useLayoutEffect(() => {
    latest.current = { given, agenda };
  });
  const separate = frame.numbering === 'separate-series';
  const work = useMemo((): AgendaWork => {
    const move = (id: string, place: Place | null, control: Control = 'move'): void => {
      if (place === null) return;
      const { agenda, given } = latest.current;
      focus(id, control);
      void editor.move(id, place, toldOfMove(agenda, id, place, given.frame));
    };
    return {
      ...{ editor, state, frozen, comesLate, separate, move, focus, dress, askedWhyClosed, others, at: say },
      points: () => latest.current.agenda.points,
      postpone: (id) => latest.current.given.postpone(id),
      chooseMeeting: (id) => latest.current.given.chooseMeeting(id),
      attach: (id) => latest.current.given.attach(id),
    };
  }, [editor, state, frozen, comesLate, separate, focus, dress, askedWhyClosed, others, say]);
  return { work, agenda };
}

/** The agenda with what was typed in it, numbered and timed. */
function useShown(
  saved: WorkingAgenda,
  unsaved: ReadonlyMap<string, Unsaved<RowFields>>,
  frame: AgendaFrame,
  isOut: boolean,
): WorkingAgenda {
  // Asked of what the api gave only: what is done here moves the numbers.
  const [asSent, setAsSent] = useState(() => isOut || !numbersAreFree(saved, frame));
  if (isOut && !asSent) setAsSent(true);
  return useMemo(() => {
    const points = saved.points.map((point) => {
      const typed = unsaved.get(point.id)?.typed;
      if (typed === undefined) return point;
      const minutes = typed.minutes === undefined ? undefined : minutesIn(typed.minutes);
      return {
        ...point,
        title: typed.title ?? point.title,
        minutes: minutes === undefined ? point.minutes : minutes,
        closedReason: typed.closedReason ?? point.closedReason,
      };
    });
    return retimed({ ...saved, points }, frame, asSent);
  }, [saved, unsaved, frame, asSent]);
}

/** What is told of a move: where the point stands now among how many. */
function toldOfMove(agenda: WorkingAgenda, id: string, place: Place, frame: AgendaFrame): string {
  const before = agenda.points.find((point) => point.id === id);
  if (!before) return '';
  const { told } = da.agenda;
  const parent = agenda.points.find((point) => point.id === place.parentId);
  if (parent && place.parentId !== before.parentId) return told.nested(before, parent);
  if (place.parentId !== before.parentId) return told.unnested(before);
  const after = retimed({ ...agenda, points: movedTo(agenda.points, id, place) }, frame);
  const at = standing(after.points, id);
  return told.moved(before, at.place, at.of);
}

/** For so many frames a row may be made anew, or a menu close, after a control of it was given the focus. */
const FRAMES = 60;

/**
 * A menu keeps the focus until it has closed, and gives it back to its button then: this comes after it. A row that goes to
 * another part of the agenda is made anew with the focus in it, and is given it again.
 */
function giveFocus(
  find: () => HTMLElement | null,
  onDone: () => void,
  frames = FRAMES,
  wasGiven = false,
): void {
  requestAnimationFrame(() => {
    const isWaiting = !wasGiven && document.querySelector('[role=menu]') !== null && frames > 0;
    const isLost = wasGiven && document.activeElement === document.body;
    if (!isWaiting && (!wasGiven || isLost)) find()?.focus();
    if (frames > 0) giveFocus(find, onDone, frames - 1, !isWaiting);
    else onDone();
  });
}

/** Gives a control of a row the focus as soon as the row stands where it shall. */
function useFocus(): AgendaWork['focus'] {
  const wanted = useRef<{ id: string; control: Control } | null>(null);
  const given = useRef<() => HTMLElement | null>(() => null);
  const [, render] = useState(0);
  useLayoutEffect(() => {
    // A row that is put elsewhere loses the focus: the next key comes before the next frame.
    if (document.activeElement === document.body) given.current()?.focus();
    if (wanted.current === null) return;
    const { id, control } = wanted.current;
    const find = () =>
      document.querySelector<HTMLElement>(`[data-point="${id}"] [data-control="${control}"]`);
    if (!find()) return;
    wanted.current = null;
    given.current = find;
    if (document.querySelector('[role=menu]') === null) find()?.focus();
    giveFocus(find, () => {
      if (given.current === find) given.current = () => null;
    });
  });
  return useCallback((id, control) => {
    wanted.current = { id, control };
    render((count) => count + 1);
  }, []);
}
