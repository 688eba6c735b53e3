import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import { paperDifferences } from './paper-differences.js';
import type { FoundDifference } from './paper-differences.js';
import type { PaperAgenda, PaperPoint } from './paper.js';

function point(id: string | null, title: string, more: Partial<PaperPoint> = {}): PaperPoint {
  return {
    ...{ id, title, isSub: false, isClosed: false, number: null, minutes: 10, time: '9.00–9.10 (10 min.)' },
    ...{ purpose: [], attending: '', method: '', responsible: '', attachments: '', rest: '' },
    ...more,
  };
}
const agenda = (points: readonly PaperPoint[], head: readonly string[] = ['Dagsorden']): PaperAgenda => ({
  ...{ head, points },
});

const BUDGET = point('b', 'Budget', { number: '1', purpose: fromPlainText('Tallene er nye.') });
const ROUND = point('r', 'Bordet rundt', { number: '2' });
const MADE = agenda([BUDGET, ROUND]);
const renamed = (title: string): PaperPoint => ({ ...BUDGET, title });

const told = (back: PaperAgenda, now: PaperAgenda = MADE): readonly string[] =>
  paperDifferences(MADE, back, now).map(
    ({ kind, pointId, field, before, after, made, conflict, takeable }) =>
      `${kind} ${pointId ?? '-'} ${field ?? '-'}: ${before} > ${after}` +
      `${made === null ? '' : ` (was ${made})`}${conflict ? ' conflict' : ''}${takeable ? ' takeable' : ''}`,
  );

describe('what a document that came back says otherwise', () => {
  const CASES: readonly (readonly [string, PaperAgenda, PaperAgenda, readonly string[]])[] = [
    ['nothing, when nothing was touched', MADE, MADE, []],
    ['nothing, when only the data has changed since', MADE, agenda([renamed('Nyt budget'), ROUND]), []],
    [
      'nothing, when both were changed alike',
      agenda([renamed('Nyt  budget'), ROUND]),
      agenda([renamed('Nyt budget'), ROUND]),
      [],
    ],
    ['a changed title', agenda([renamed('Nyt'), ROUND]), MADE, ['field b title: Budget > Nyt takeable']],
    [
      'changed minutes, without the clock times that follow them',
      agenda([{ ...BUDGET, minutes: 20, time: '9.00–9.10 (20 min.)' }, ROUND]),
      MADE,
      ['field b minutes: 10 > 20 takeable'],
    ],
    [
      'clock times that were written over, which nothing can take',
      agenda([{ ...BUDGET, time: '9.00–9.20 (10 min.)' }, ROUND]),
      MADE,
      ['field b time: 9.00–9.10 (10 min.) > 9.00–9.20 (10 min.)'],
    ],
    [
      'a changed text',
      agenda([{ ...BUDGET, purpose: fromPlainText('Tallene er gamle.') }, ROUND]),
      MADE,
      ['field b purpose: Tallene er nye. > Tallene er gamle. takeable'],
    ],
    [
      'a conflict, when both sides changed the same',
      agenda([renamed('Fra Word'), ROUND]),
      agenda([renamed('Fra siden'), ROUND]),
      ['field b title: Fra siden > Fra Word (was Budget) conflict takeable'],
    ],
    [
      'what was changed of a point that is gone, which nothing can take',
      agenda([renamed('Fra Word'), ROUND]),
      agenda([ROUND]),
      ['gone b title: Budget > Fra Word'],
    ],
    [
      'a new point',
      agenda([BUDGET, point(null, 'Eventuelt'), ROUND]),
      MADE,
      ['added - -:  > Eventuelt takeable'],
    ],
    [
      'no new point that stands there by now',
      agenda([BUDGET, point(null, 'Eventuelt'), ROUND]),
      agenda([BUDGET, point('e', 'Eventuelt'), ROUND]),
      [],
    ],
    ['a point that was taken out', agenda([BUDGET]), MADE, ['missing r -: Bordet rundt >  takeable']],
    [
      'a conflict, when what was taken out was changed since',
      agenda([BUDGET]),
      agenda([BUDGET, { ...ROUND, minutes: 5 }]),
      ['missing r -: Bordet rundt >  (was Bordet rundt) conflict takeable'],
    ],
    ['nothing of a point that both took out', agenda([BUDGET]), agenda([BUDGET]), []],
    [
      'another order, which nothing can take',
      agenda([ROUND, BUDGET]),
      MADE,
      ['order - -: Budget\nBordet rundt > Bordet rundt\nBudget'],
    ],
    [
      'what was written over the points',
      agenda([BUDGET, ROUND], ['Dagsorden', 'Husk kage']),
      MADE,
      ['head - -:  > Husk kage'],
    ],
    [
      'what was written under a point and belongs to no part of it',
      agenda([{ ...BUDGET, rest: 'Husk kage' }, ROUND]),
      MADE,
      ['field b rest:  > Husk kage'],
    ],
  ];
  it.each(CASES)('%s', (_, back, now, expected) => expect(told(back, now)).toEqual(expected));

  it('is told of the point whose mark was lost, by its title or by its number', () => {
    expect(told(agenda([{ ...BUDGET, id: null }, ROUND]))).toEqual([]);
    expect(told(agenda([{ ...BUDGET, id: null, title: 'Nyt' }, ROUND]))).toEqual([
      'field b title: Budget > Nyt takeable',
    ]);
  });

  it('says where a new point stands: behind which, and under which', () => {
    const back = agenda([BUDGET, point(null, 'Underpunkt', { isSub: true }), ROUND, point(null, 'Sidst')]);
    const places = paperDifferences(MADE, back, MADE).map(({ title, behind, parentId }: FoundDifference) => [
      ...[title, behind, parentId],
    ]);
    expect(places).toEqual([
      ['Underpunkt', 'b', 'b'],
      ['Sidst', 'r', null],
    ]);
  });
});
