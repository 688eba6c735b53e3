import { describe, expect, it } from '@jest/globals';
import { strictest } from './visibility.js';

describe('the strictest of several visibilities', () => {
  it('is closed when any is closed', () => {
    expect(strictest('open', 'closed', 'open')).toBe('closed');
    expect(strictest('closed')).toBe('closed');
    expect(strictest(null, 'closed', undefined)).toBe('closed');
  });

  it('is open when none is closed, and when nothing was said', () => {
    expect(strictest('open', 'open')).toBe('open');
    expect(strictest(null, undefined)).toBe('open');
    expect(strictest()).toBe('open');
  });
});
