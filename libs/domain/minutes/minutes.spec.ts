import { describe, expect, it } from '@jest/globals';
import { workflowFaults } from '../workflow.js';
import { addCorrection } from './corrections.js';
import { MINUTES_ACTIONS, MINUTES_STATES, MINUTES_WORKFLOW, areLocked, takeMinutesStep } from './workflow.js';
import type { MinutesAction, MinutesState } from './workflow.js';

const TARGETS: Readonly<Record<MinutesState, Readonly<Partial<Record<MinutesAction, MinutesState>>>>> = {
  draft: { review: 'in-review' },
  'in-review': { return: 'draft', approve: 'approved' },
  approved: { publish: 'published' },
  published: { unpublish: 'approved' },
};

const codeOf = (state: MinutesState, action: MinutesAction, reason: string | null): string => {
  const taken = takeMinutesStep(state, action, reason);
  return taken.ok ? taken.value : taken.refusal.code;
};

describe('the workflow of minutes', () => {
  it('is sound', () => expect(workflowFaults(MINUTES_WORKFLOW)).toEqual([]));

  it.each(MINUTES_STATES)('goes from %s as the table says, and nowhere else', (state) => {
    for (const action of MINUTES_ACTIONS) {
      const expected = TARGETS[state][action] ?? 'transition-not-allowed';
      expect(`${action} ${codeOf(state, action, 'Navnet')}`).toBe(`${action} ${expected}`);
    }
  });

  it('asks for a reason to return them and to take a publication back', () => {
    expect(codeOf('in-review', 'return', ' ')).toBe('reason-required');
    expect(codeOf('published', 'unpublish', null)).toBe('reason-required');
    expect(codeOf('in-review', 'approve', null)).toBe('approved');
  });

  it('locks them from their approval on', () => {
    expect(MINUTES_STATES.filter(areLocked)).toEqual(['approved', 'published']);
  });
});

describe('a correction of minutes', () => {
  const first = { date: '2025-02-03', by: 'Karen Holm', text: 'Mødet sluttede kl. 10.05.' };

  it('is added at the end, trimmed, and leaves the earlier ones as they are', () => {
    const added = addCorrection('approved', [first], {
      date: '2025-02-03',
      by: ' Ole Juhl ',
      text: ' Bilag 2 mangler. ',
    });
    expect(added).toEqual({
      ok: true,
      value: [first, { date: '2025-02-03', by: 'Ole Juhl', text: 'Bilag 2 mangler.' }],
    });
  });

  it.each([
    ['draft', first, 'minutes-not-approved'],
    ['in-review', first, 'minutes-not-approved'],
    ['published', first, 'ok'],
    ['approved', { ...first, date: '2025-02-30' }, 'correction-date'],
    ['approved', { ...first, date: '2025-02-02' }, 'correction-date'],
    ['approved', { ...first, by: ' ' }, 'correction-name'],
    ['approved', { ...first, text: '' }, 'correction-text'],
  ] as const)('of %s minutes with %j: %s', (state, correction, expected) => {
    const added = addCorrection(state, [first], correction);
    expect(added.ok ? 'ok' : added.refusal.code).toBe(expected);
  });
});
