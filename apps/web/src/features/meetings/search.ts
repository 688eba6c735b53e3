import { MEETING_STATES } from '../../../../../libs/domain/meeting/index.js';
import { dateOf, idOf, monthOf, oneOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

export const MEETING_VIEWS = ['list', 'calendar'] as const;

/** What the address of the meetings says: how they are shown and which. */
export interface MeetingSearch {
  readonly view?: (typeof MEETING_VIEWS)[number] | undefined;
  readonly body?: string | undefined;
  readonly state?: (typeof MEETING_STATES)[number] | undefined;
  /** The first day of the list; without it the first of the month before this one. */
  readonly from?: string | undefined;
  /** The month of the calendar; without it this one. */
  readonly month?: string | undefined;
}

export function readMeetingSearch(search: RawSearch): MeetingSearch {
  return {
    view: oneOf(MEETING_VIEWS, search.view),
    body: idOf(search.body),
    state: oneOf(MEETING_STATES, search.state),
    from: dateOf(search.from),
    month: monthOf(search.month),
  };
}
