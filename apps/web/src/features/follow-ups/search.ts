import { FOLLOW_UP_STATUSES, OPEN_STATUSES } from '../../../../../libs/domain/follow-up/workflow.js';
import { addDays } from '../../../../../libs/domain/calendar/index.js';
import { idOf, oneOf, textOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

export const STATUS_FILTERS = ['open', ...FOLLOW_UP_STATUSES, 'all', 'suggested'] as const;
export const DUE_FILTERS = ['overdue', '7d', '14d', '30d'] as const;
export const GROUPINGS = ['due', 'unit', 'meeting'] as const;

/** What the address of the follow-ups says: which of them, and in which groups. What is undefined is as usual. */
export interface FollowUpSearch {
  /** The code of a unit. */
  readonly unit?: string | undefined;
  readonly body?: string | undefined;
  readonly meeting?: string | undefined;
  readonly status?: (typeof STATUS_FILTERS)[number] | undefined;
  readonly due?: (typeof DUE_FILTERS)[number] | undefined;
  readonly group?: (typeof GROUPINGS)[number] | undefined;
}

export function readFollowUpSearch(search: RawSearch): FollowUpSearch {
  return {
    unit: textOf(search.unit),
    body: idOf(search.body),
    meeting: idOf(search.meeting),
    status: oneOf(STATUS_FILTERS, search.status),
    due: oneOf(DUE_FILTERS, search.due),
    group: oneOf(GROUPINGS, search.group),
  };
}

/** Whether anything but the usual is asked for; the grouping leaves nothing out. */
export function isFiltered({ unit, body, meeting, status, due }: FollowUpSearch): boolean {
  return [unit, body, meeting, due].some((filter) => filter !== undefined) || (status ?? 'open') !== 'open';
}

/** The same without its filters. */
export function withoutFilters({ group }: FollowUpSearch): FollowUpSearch {
  return { unit: undefined, body: undefined, meeting: undefined, status: undefined, due: undefined, group };
}

/** What the api is asked for; "within n days" includes what is overdue. `today` is the Danish day. */
export function apiQueryOf(search: FollowUpSearch, today: string) {
  const { unit, body, meeting, due } = search;
  const status = search.status ?? 'open';
  const days = due === undefined || due === 'overdue' ? null : Number.parseInt(due, 10);
  return {
    unit,
    bodyId: body,
    meetingId: meeting,
    stage: status === 'suggested' ? ['suggested'] : ['confirmed', 'issued'],
    status: statusesOf(status),
    overdue: due === 'overdue' ? true : undefined,
    dueTo: days === null ? undefined : addDays(today, days),
  };
}

function statusesOf(filter: (typeof STATUS_FILTERS)[number]): readonly string[] | undefined {
  if (filter === 'all' || filter === 'suggested') return undefined;
  return filter === 'open' ? OPEN_STATUSES : [filter];
}
