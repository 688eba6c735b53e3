import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { MeetingState, AgendaEdit } from '../../../../../libs/domain/meeting/index.js';
import { AGENDA_EDITS_BY_STATE } from '../../../../../libs/domain/meeting/index.js';
import type { AgendaEntry } from '../../../../../libs/contracts/sending.js';
import type { Unsaved } from '../../lib/autosave/autosave.js';
import { useStore, useStoreAt } from '../../lib/store.js';
import type { Store } from '../../lib/store.js';
import type { WorkingAgenda } from './api/agenda.js';
import type { AgendaEditor } from './editor.js';
import type { Place } from './places.js';
import type { RowFields } from './row-fields.js';
import type { Others } from './use-presence.js';

/** The controls of a row that have the focus again when the row has moved. */
export type Control = 'move' | 'title' | 'minutes' | 'more' | 'reason';

/**
 * All that the parts of the editor share. It stays the same while points are moved and typed into, so that a row is drawn
 * again for what changed in it only: what is drawn of the agenda comes by `useAgenda` and the other hooks below.
 */
export interface AgendaWork {
  readonly editor: AgendaEditor;
  /** The points as they stand on the page at this moment, for whoever acts on them. */
  readonly points: () => readonly AgendaEntry[];
  readonly state: MeetingState;
  /** Closed points have numbers of their own. */
  readonly separate: boolean;
  /** Nothing can be changed: it is open in another tab, or seen with somebody else's eyes. */
  readonly frozen: boolean;
  /** What goes into the agenda was to be handed in by now: a new point has a reason to be late. */
  readonly comesLate: boolean;
  /** Moves a point, tells so, and gives the control the focus in its new place. */
  readonly move: (id: string, place: Place | null, focus?: Control) => void;
  readonly focus: (id: string, control: Control) => void;
  readonly postpone: (id: string) => void;
  readonly chooseMeeting: (id: string) => void;
  /** Asks for files of this machine, which become bilag of the point. */
  readonly attach: (id: string) => void;
  /** The point whose reason for being closed is asked for. */
  readonly askedWhyClosed: Store<string | null>;
  /** Who else is here, and at which point. */
  readonly others: Store<Others>;
  readonly at: (id: string | null) => void;
  /** Lets a row take what other parts of the product put on it, such as files that are dropped. */
  readonly dress: (point: AgendaEntry, row: ReactNode) => ReactNode;
}

export const WorkContext = createContext<AgendaWork | null>(null);

export function useWork(): AgendaWork {
  const work = useContext(WorkContext);
  if (work === null) throw new Error('There is no agenda around this.');
  return work;
}

/** The agenda as it stands on the page: with what was typed and done, whether saved or not. */
export const AgendaContext = createContext<WorkingAgenda | null>(null);

/** Draws whoever asks again at every change of the agenda. */
export function useAgenda(): WorkingAgenda {
  const agenda = useContext(AgendaContext);
  if (agenda === null) throw new Error('There is no agenda around this.');
  return agenda;
}

/** What was typed into a point and is not saved; undefined where nothing is. */
export function useUnsaved(id: string): Unsaved<RowFields> | undefined {
  return useStoreAt(useWork().editor.saver.unsaved, (unsaved) => unsaved.get(id));
}

/** What the others are called who are at a point. */
export function useOthersAt(id: string): readonly string[] {
  const others = useStore(useWork().others);
  return others.filter(({ pointId }) => pointId === id).map(nameOfOther);
}

/** What the others are called who are at this agenda. */
export function useOthers(): readonly string[] {
  return useStore(useWork().others).map(nameOfOther);
}

const nameOfOther = ({ name, initials }: Others[number]): string => initials ?? name;

/** Whether the state of the meeting takes an edit; the api says the same. */
export function takes({ state, frozen }: Pick<AgendaWork, 'state' | 'frozen'>, edit: AgendaEdit): boolean {
  return !frozen && AGENDA_EDITS_BY_STATE[state].includes(edit);
}
