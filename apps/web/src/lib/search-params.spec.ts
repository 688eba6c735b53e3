import { describe, expect, it } from '@jest/globals';
import { dateOf, idOf, localPath, monthOf, oneOf, parseSearch, stringifySearch } from './search-params.js';

describe('the parameters of an address', () => {
  it('go to text and back, undefined ones left out', () => {
    expect(stringifySearch({ unit: 'ØKA', due: undefined, status: 'open' })).toBe(
      '?unit=%C3%98KA&status=open',
    );
    expect(parseSearch('?unit=%C3%98KA&status=open')).toEqual({ unit: 'ØKA', status: 'open' });
    expect(stringifySearch({})).toBe('');
    expect(stringifySearch({ from: 1, to: 3 })).toBe('?from=1&to=3');
  });

  it('count only when they are what they should be', () => {
    expect(oneOf(['list', 'calendar'], 'calendar')).toBe('calendar');
    expect(oneOf(['list', 'calendar'], 'board')).toBeUndefined();
    expect(idOf('01a214a0-d86e-7284-8e84-410400529e8c')).toBe('01a214a0-d86e-7284-8e84-410400529e8c');
    expect(idOf("1' OR '1'='1")).toBeUndefined();
    expect(dateOf('2026-02-29')).toBeUndefined();
    expect(monthOf('2026-02')).toBe('2026-02');
    expect(monthOf('2026-13')).toBeUndefined();
  });
});

describe('where somebody is sent after signing in', () => {
  it.each(['/', '/follow-ups?unit=FAS', '/meetings/1#punkt'])('may be %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '',
    7,
  ])('is never %s', (path) => {
    expect(localPath(path)).toBeUndefined();
  });
});
