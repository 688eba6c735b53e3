import { describe, expect, it } from '@jest/globals';
import { agendaIsOut, MEETING_STATES } from '../../domain/meeting/index.js';
import type { MeetingState } from '../../domain/meeting/index.js';
import { INSIGHTS, PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, Insight, Role } from '../../domain/rights/index.js';
import {
  mayChangeMeeting,
  mayReadHistory,
  mayReviewAgenda,
  mayRunMeetings,
  maySeeAgenda,
} from './meetings.policy.js';

const person = (role: Role, scope = 'body'): Actor => ({
  ...{ personId: 'somebody', product: false, disqualifiedFrom: [], viewedBy: null },
  grants: [{ role, bodyId: scope, unitId: scope, pointId: scope }],
});
const SECRETARIAT = { code: 'not-allowed', liftedBy: 'the secretariat of the body' };

describe('who runs the meetings of a body', () => {
  it('its own secretariat and the product', () => {
    expect(ROLES.filter((role) => mayRunMeetings(person(role), 'body') === true)).toEqual(['secretariat']);
    expect(ROLES.filter((role) => mayRunMeetings(person(role, 'other'), 'body') === true)).toEqual([]);
    expect(mayRunMeetings(PRODUCT, 'body')).toBe(true);
    expect(mayRunMeetings(person('chair'), 'body')).toMatchObject(SECRETARIAT);
  });
});

describe('who reads the history of a meeting', () => {
  it('those who read what is closed in its body, and those who make its agenda', () => {
    const body = { id: 'body', visibility: 'open' } as const;
    const readers = ROLES.filter((role) => mayReadHistory(person(role), body) === true);
    expect(readers).toEqual(['secretariat', 'raadmand', 'chair', 'director', 'member']);
    expect(ROLES.filter((role) => mayReadHistory(person(role, 'other'), body) === true)).toEqual([
      'director',
    ]);
    expect(mayReadHistory(person('reader'), body)).toMatchObject({
      ...{ code: 'not-allowed', liftedBy: 'those who read closed papers of the body' },
    });
  });
});

const CHANGEABLE: Readonly<Record<MeetingState, true | { code: string; liftedBy: string }>> = {
  planned: true,
  drafting: true,
  sent: true,
  'in-session': true,
  held: true,
  closed: { code: 'meeting-closed', liftedBy: 'nobody' },
  cancelled: { code: 'meeting-cancelled', liftedBy: 'nobody' },
};

describe('who changes the facts of a meeting', () => {
  it.each(MEETING_STATES)('%s', (state) => {
    const meeting = { bodyId: 'body', state };
    const rule = CHANGEABLE[state];
    for (const actor of [person('secretariat'), PRODUCT]) {
      if (rule === true) expect(mayChangeMeeting(actor, meeting)).toBe(true);
      else expect(mayChangeMeeting(actor, meeting)).toMatchObject(rule);
    }
    for (const role of ROLES.filter((one) => one !== 'secretariat'))
      expect(mayChangeMeeting(person(role), meeting)).toMatchObject(SECRETARIAT);
    expect(mayChangeMeeting(person('secretariat', 'other'), meeting)).toMatchObject(SECRETARIAT);
  });
});

const SENT: readonly MeetingState[] = ['sent', 'in-session', 'held', 'closed'];

describe('who sees the agenda', () => {
  it.each<[Insight, readonly MeetingState[]]>([
    ['none', []],
    ['open', SENT],
    ['closed', SENT],
    ['drafts', MEETING_STATES],
  ])('insight %s: %j', (insight, states) => {
    expect(MEETING_STATES.filter((state) => maySeeAgenda(insight, state))).toEqual(states);
  });

  it('every insight is in the table', () => {
    expect(INSIGHTS).toEqual(['none', 'open', 'closed', 'drafts']);
  });

  it('it is out from when it is sent, and never when it is cancelled', () => {
    expect(MEETING_STATES.filter(agendaIsOut)).toEqual(SENT);
  });
});

describe('who sees an agenda that is given to them to read through', () => {
  it.each(MEETING_STATES)('%s: those who are asked and see into the body, until it is out', (state) => {
    const isBefore = state === 'planned' || state === 'drafting';
    for (const insight of INSIGHTS) {
      expect(mayReviewAgenda(insight, state, true)).toBe(isBefore && insight !== 'none');
      expect(mayReviewAgenda(insight, state, false)).toBe(false);
    }
  });
});
