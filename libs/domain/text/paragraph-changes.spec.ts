import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paragraphChanges, paragraphsOf, sharedWords } from './paragraph-changes.js';

const told = (before: readonly string[], after: readonly string[]): string[] =>
  paragraphChanges(before, after).map((change) =>
    change.kind === 'changed' ? `~ ${change.before} > ${change.after}` : `${change.kind} ${change.text}`,
  );

const PLAN = 'Forvaltningen foreslår, at planen for aflastning godkendes af rådmanden.';
const PLAN_2 = 'Forvaltningen foreslår, at planen for aflastning drøftes af rådmanden.';
const COST = 'Forsøget koster 400.000 kr. om året.';
const OTHER = 'Pårørende inddrages gennem brugerrådet hvert forår.';

describe('paragraphs of two versions', () => {
  it.each([
    ['stay', [PLAN, COST], [PLAN, COST], [`same ${PLAN}`, `same ${COST}`]],
    ['come and go', [PLAN, COST], [PLAN, OTHER], [`same ${PLAN}`, `removed ${COST}`, `added ${OTHER}`]],
    ['are rewritten', [PLAN, COST], [PLAN_2, COST], [`~ ${PLAN} > ${PLAN_2}`, `same ${COST}`]],
    ['are rewritten behind a new one', [PLAN], [OTHER, PLAN_2], [`added ${OTHER}`, `~ ${PLAN} > ${PLAN_2}`]],
    ['are all new', [], [PLAN], [`added ${PLAN}`]],
    ['are all gone', [PLAN], [], [`removed ${PLAN}`]],
    ['are none', [], [], []],
    ['say nothing', ['-'], ['–'], ['removed -', 'added –']],
  ])('%s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('are an old and a new one when less than two words of five are shared', () => {
    const four = 'a b c d e f g h i j';
    expect(sharedWords(four, 'a b c d x x x x x x')).toBe(0.4);
    expect(told([four], ['a b c d x y z æ ø å'])).toEqual([`~ ${four} > a b c d x y z æ ø å`]);
    expect(told([four], ['a b c q x y z æ ø å'])).toEqual([`removed ${four}`, 'added a b c q x y z æ ø å']);
  });

  it('count the items of a list and the rows of a table one by one', () => {
    const item = (text: string) => ({ content: [{ text }] });
    expect(
      paragraphsOf([
        { type: 'paragraph', content: [{ text: 'Første\nlinje' }] },
        { type: 'numbered-list', items: [item('at et sker'), item('at to sker')] },
        { type: 'table', header: false, rows: [[item('A'), item('B')]] },
      ]),
    ).toEqual(['Første\nlinje', '1. at et sker', '2. at to sker', 'A\tB']);
  });

  it('give both versions back, whatever they are', () => {
    const word = fc.constantFrom('at', 'planen', 'godkendes', 'i', 'år', 'ikke', 'økonomi');
    const text = fc.array(
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = paragraphChanges(before, after);
        expect(
          changes.flatMap((one) =>
            one.kind === 'changed' ? [one.before] : one.kind === 'added' ? [] : [one.text],
          ),
        ).toEqual(before);
        expect(
          changes.flatMap((one) =>
            one.kind === 'changed' ? [one.after] : one.kind === 'removed' ? [] : [one.text],
          ),
        ).toEqual(after);
      }),
    );
  });
});
