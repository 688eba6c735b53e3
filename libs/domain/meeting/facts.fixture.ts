import type { MeetingFacts, MeetingPointFacts } from './facts.js';

/** A point with nothing to remark on, for specs; `more` says what is different. */
export function pointFacts(more: Partial<MeetingPointFacts> = {}): MeetingPointFacts {
  return {
    id: 'p1',
    parentId: null,
    title: 'Budget',
    type: 'decision',
    minutes: 10,
    withdrawn: false,
    late: false,
    lateReason: null,
    outcome: 'approved',
    indstilling: null,
    ...more,
  };
}

/** A meeting with one point and nothing to remark on, for specs. */
export function meetingFacts(more: Partial<MeetingFacts> = {}): MeetingFacts {
  return {
    date: '2025-01-14',
    start: '09:00',
    end: '10:00',
    place: 'Mødelokale 2',
    minutes: null,
    points: [pointFacts()],
    ...more,
  };
}
