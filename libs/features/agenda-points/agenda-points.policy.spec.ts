import { describe, expect, it } from '@jest/globals';
import { PRODUCT } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { mayReplaceDisqualified, mayUncover } from './agenda-points.policy.js';

const secretary = (disqualifiedFrom: readonly string[] = []): Actor => ({
  ...{ personId: 'me', product: false, viewedBy: null, disqualifiedFrom },
  grants: [{ role: 'secretariat', bodyId: 'body', unitId: null, pointId: null }],
});
const REFUSED = { code: 'not-allowed', liftedBy: 'somebody else in the secretariat of the body' };

describe('who says who is disqualified on a point', () => {
  it.each<[string, string[], string[], boolean]>([
    ['the first of all', [], ['other'], true],
    ['themselves too', ['other'], ['other', 'me'], true],
    ['others away', ['other', 'me'], ['me'], true],
    ['nobody any more, themselves never having been', ['other'], [], true],
    ['themselves away', ['me'], [], false],
    ['others in their own place', ['me', 'other'], ['other'], false],
  ])('a secretary says %s: from %j to %j', (_what, before, after, allowed) => {
    const may = mayReplaceDisqualified(secretary(), before, after);
    if (allowed) expect(may).toBe(true);
    else expect(may).toMatchObject(REFUSED);
    expect(mayReplaceDisqualified(PRODUCT, before, after)).toBe(true);
  });
});

describe('who opens, moves away or removes a point with its sub-points', () => {
  it.each<[string[], string[], boolean]>([
    [[], ['p', 'sub'], true],
    [['elsewhere'], ['p', 'sub'], true],
    [['p'], ['p', 'sub'], false],
    [['sub'], ['p', 'sub'], false],
    [['p'], [], true],
  ])('disqualified on %j, of %j: %s', (disqualifiedFrom, group, allowed) => {
    const may = mayUncover(secretary(disqualifiedFrom), group);
    if (allowed) expect(may).toBe(true);
    else expect(may).toMatchObject(REFUSED);
    expect(mayUncover({ ...PRODUCT, disqualifiedFrom }, group)).toBe(true);
  });
});
