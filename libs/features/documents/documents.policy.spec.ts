import { describe, expect, it } from '@jest/globals';
import type { Insight } from '../../domain/rights/index.js';
import { INSIGHTS } from '../../domain/rights/index.js';
import { PRINTS_CLOSED, mayAskFor } from './documents.policy.js';
import type { AskedFor } from './documents.policy.js';

describe('who has a document of a meeting made', () => {
  it.each<[AskedFor, readonly Insight[], string]>([
    [{ audience: 'open', isDraft: false }, ['open', 'closed', 'drafts'], 'those who see into the body'],
    [{ audience: 'all', isDraft: false }, ['closed', 'drafts'], 'those who read closed papers of the body'],
    [{ audience: 'open', isDraft: true }, ['drafts'], 'the secretariat of the body'],
    [{ audience: 'all', isDraft: true }, ['drafts'], 'the secretariat of the body'],
  ])('%j', (asked, allowed, liftedBy) => {
    expect(INSIGHTS.filter((insight) => mayAskFor(insight, asked) === true)).toEqual(allowed);
    expect(mayAskFor('none', asked)).toMatchObject({ code: 'not-allowed', liftedBy });
  });

  it('refuses what turns out to print closed papers', () => {
    expect(PRINTS_CLOSED).toEqual({
      code: 'not-allowed',
      rule: 'The document prints papers that are closed to you.',
      liftedBy: 'those who read closed papers of the body',
    });
  });
});
