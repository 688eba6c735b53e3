import { describe, expect, it } from '@jest/globals';
import { moveAttachment, openFirst } from './order.js';
import { bilagPrefixOf, comparableTitle, offeredTitle } from './titles.js';

const open = (id: string): { id: string; visibility: 'open' } => ({ id, visibility: 'open' });
const closed = (id: string): { id: string; visibility: 'closed' } => ({ id, visibility: 'closed' });
const idsOf = (list: readonly { id: string }[]): string => list.map(({ id }) => id).join('');

describe('the attachments of a point', () => {
  it('stand open before closed, otherwise as given', () => {
    expect(idsOf(openFirst([closed('a'), open('b'), closed('c'), open('d')], 'open'))).toBe('bdac');
  });

  it('keep their order when the point itself is closed', () => {
    expect(idsOf(openFirst([closed('a'), open('b'), closed('c')], 'closed'))).toBe('abc');
  });

  it.each([
    ['c', 0, 'cabd'],
    ['a', 2, 'bcad'],
    ['a', 0, 'abcd'],
    ['d', 3, 'abcd'],
    ['a', 3, 'closed-before-open'],
    ['d', 0, 'closed-before-open'],
    ['a', 4, 'attachment-place'],
    ['a', -1, 'attachment-place'],
    ['a', 0.5, 'attachment-place'],
    ['x', 0, 'attachment-unknown'],
  ])('with %s moved to place %d are %s', (id, place, expected) => {
    const moved = moveAttachment([open('a'), open('b'), open('c'), closed('d')], 'open', id, place);
    expect(moved.ok ? idsOf(moved.value) : moved.refusal.code).toBe(expected);
  });

  it('of a closed point move freely', () => {
    expect(moveAttachment([open('a'), closed('b')], 'closed', 'b', 0)).toMatchObject({ ok: true });
  });
});

describe('"Bilag n" before a title', () => {
  it.each([
    ['Bilag 1: Oversigtskort', 1, 'Oversigtskort'],
    ['bilag 2 - Notat', 2, 'Notat'],
    ['Bilag 3 – Notat', 3, 'Notat'],
    ['Bilag nr. 4. Notat', 4, 'Notat'],
    ['Bilag 12 Notat', 12, 'Notat'],
    ['BILAG 5', 5, ''],
    ['Bilag 2: 3 scenarier', 2, '3 scenarier'],
  ])('%s is number %d', (title, number, rest) => {
    expect(bilagPrefixOf(title)).toEqual({ number, title: rest });
  });

  it.each(['Bilagsoversigt', 'Bilag', 'Notat om bilag 1', 'Bilag 2a: Kort', 'Bilag 2024 tal'])(
    '%s has none',
    (title) => expect(bilagPrefixOf(title)).toBeNull(),
  );
});

describe('the title offered instead', () => {
  it.each([
    ['Bilag 1: Oversigtskort', 'Oversigtskort'],
    ['Bilag_2_Notat_om_tid.docx', 'Notat om tid'],
    ['Referat.PDF', 'Referat'],
    ['Budget  2026', 'Budget 2026'],
    ['Oversigtskort', null],
    ['fil_navn uden endelse', null],
    ['Bilag 1', null],
    ['Bilag 1.pdf', null],
  ])('of %s is %s', (title, expected) => expect(offeredTitle(title)).toBe(expected));

  it('makes titles comparable that differ in number, ending, case and signs', () => {
    expect(comparableTitle('Bilag 2: Nuværende og ny - formulering.docx')).toBe(
      comparableTitle('nuværende og ny formulering'),
    );
    expect(comparableTitle('Bilag 1')).toBe('bilag 1');
    expect(comparableTitle('Notat A')).not.toBe(comparableTitle('Notat B'));
  });
});
