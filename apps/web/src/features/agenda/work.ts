import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { MeetingState, AgendaEdit } from '../../../../../libs/domain/meeting/index.js';
import { AGENDA_EDITS_BY_STATE } from '../../../../../libs/domain/meeting/index.js';
import type { AgendaEntry } from '../../../../../libs/contracts/sending.js';
import type { Unsaved } from '../../lib/autosave/autosave.js';
import type { WorkingAgenda } from './api/agenda.js';
import type { AgendaEditor } from './editor.js';
import type { Place } from './places.js';
import type { RowFields } from './row-fields.js';

/** The controls of a row that have the focus again when the row has moved. */
export type Control = 'move' | 'title' | 'minutes' | 'more' | 'reason';

/** All that the parts of the editor share. */
export interface AgendaWork {
  readonly editor: AgendaEditor;
  /** The agenda as it stands on the page: with what was typed and done, whether saved or not. */
  readonly agenda: WorkingAgenda;
  readonly unsaved: ReadonlyMap<string, Unsaved<RowFields>>;
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
  readonly askedWhyClosed: string | null;
  readonly askWhyClosed: (id: string | null) => void;
  /** Who else is at which point. */
  readonly othersAt: (id: string) => readonly string[];
  readonly others: readonly string[];
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

/** Whether the state of the meeting takes an edit; the api says the same. */
export function takes({ state, frozen }: Pick<AgendaWork, 'state' | 'frozen'>, edit: AgendaEdit): boolean {
  return !frozen && AGENDA_EDITS_BY_STATE[state].includes(edit);
}
