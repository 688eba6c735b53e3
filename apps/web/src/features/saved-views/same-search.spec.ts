import { describe, expect, it } from '@jest/globals';
import { inOrder } from './same-search.js';

describe('two addresses', () => {
  it('are the same view when they say the same, in whatever order', () => {
    expect(inOrder('?state=sent&body=a')).toBe(inOrder('body=a&state=sent'));
    expect(inOrder('body=a')).not.toBe(inOrder('body=b'));
  });
});
