import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import { paperDifferences } from './paper-differences.js';
import type { FoundDifference } from './paper-difference.js';
import type { PaperAgenda, PaperAsides, PaperPoint } from './paper.js';

function point(id: string | null, title: string, more: Partial<PaperPoint> = {}): PaperPoint {
  return {
    ...{ id, title, isSub: false, isClosed: false, number: null, minutes: 10, time: '9.00–9.10 (10 min.)' },
    ...{ purpose: [], attending: '', method: '', responsible: '', attachments: '', rest: '' },
    ...more,
  };
}
const NOTHING: PaperAsides = { comments: [], notes: [], margins: ['Side af'] };
const agenda = (points: readonly PaperPoint[], head: readonly string[] = ['Dagsorden']): PaperAgenda => ({
  ...{ head, points, asides: NOTHING },
});

const BUDGET = point('b', 'Budget', { number: '1', purpose: fromPlainText('Tallene er nye.') });
const ROUND = point('r', 'Bordet rundt', { number: '2' });
const MADE = agenda([BUDGET, ROUND]);
const renamed = (title: string): PaperPoint => ({ ...BUDGET, title });

const told = (
  back: PaperAgenda,
  now: PaperAgenda = MADE,
  { made: base = MADE, unprinted = [] }: { made?: PaperAgenda; unprinted?: readonly string[] } = {},
): readonly string[] =>
  paperDifferences(base, back, now, new Set(unprinted)).map(
    ({ kind, pointId, field, before, after, made, conflict, why }) =>
      `${kind} ${pointId ?? '-'} ${field ?? '-'}: ${before} > ${after}` +
      `${made === null ? '' : ` (was ${made})`}${conflict ? ' conflict' : ''} ${why ?? 'takeable'}`,
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
      ['field b time: 9.00–9.10 (10 min.) > 9.00–9.20 (10 min.) time'],
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
      ['gone b title: Budget > Fra Word gone'],
    ],
    [
      'a new point',
      agenda([BUDGET, point(null, 'Eventuelt'), ROUND]),
      MADE,
      ['added - -:  > Eventuelt\nTid: 10\u00a0min. takeable'],
    ],
    [
      'no new point that stands there by now',
      agenda([BUDGET, point(null, 'Eventuelt'), ROUND]),
      agenda([BUDGET, point('e', 'Eventuelt'), ROUND]),
      [],
    ],
    [
      'a new point of the title of another',
      agenda([BUDGET, ROUND, point(null, 'Budget', { minutes: 5 })]),
      MADE,
      ['added - -:  > Budget\nTid: 5\u00a0min. takeable'],
    ],
    [
      'a new point of the title of one that came meanwhile and says something else',
      agenda([BUDGET, ROUND, point(null, 'Pause', { minutes: 5 })]),
      agenda([BUDGET, ROUND, point('p', 'Pause')]),
      ['added - -:  > Pause\nTid: 5\u00a0min. takeable'],
    ],
    [
      'one of two new points that are alike, where only one stands there by now',
      agenda([BUDGET, point(null, 'Pause'), point(null, 'Pause'), ROUND]),
      agenda([BUDGET, point('p', 'Pause'), ROUND]),
      ['added - -:  > Pause\nTid: 10\u00a0min. takeable'],
    ],
    [
      'all that a new point says, and apart from it what nothing takes',
      agenda([
        ...[BUDGET, ROUND],
        point(null, 'Eventuelt', {
          ...{ purpose: fromPlainText('Kort.'), attending: 'Ida Prøve', method: 'Oplæg', responsible: 'ØKA' },
          ...{ minutes: null, time: 'kl. 10.00', attachments: 'Tal', rest: 'Husk kage' },
        }),
      ]),
      MADE,
      [
        'added - -:  > Eventuelt\nBaggrund/formål: Kort.\nUnder punktet deltager Ida Prøve\nMetode: Oplæg\nAnsvarlig: ØKA takeable',
        'added - time:  > kl. 10.00 time',
        'added - attachments:  > Tal attachments',
        'added - rest:  > Husk kage rest',
      ],
    ],
    [
      'what nothing took of a new point that stands there by now',
      agenda([BUDGET, ROUND, point(null, 'Eventuelt', { rest: 'Husk kage' })]),
      agenda([BUDGET, ROUND, point('e', 'Eventuelt')]),
      ['added e rest:  > Husk kage rest'],
    ],
    [
      'a new point without a title, with all that it says',
      agenda([BUDGET, ROUND, point(null, '', { method: 'Oplæg', rest: 'Husk kage' })]),
      MADE,
      ['added - -:  > Metode: Oplæg\nTid: 10\u00a0min.\nHusk kage untitled'],
    ],
    [
      'a title that was taken away, which every point has',
      agenda([renamed(''), ROUND]),
      MADE,
      ['field b title: Budget >  untitled'],
    ],
    [
      'a point that became a sub-point',
      agenda([BUDGET, { ...ROUND, isSub: true }]),
      MADE,
      ['field r nesting: Punkt > Underpunkt nesting'],
    ],
    [
      'a point that came among the closed ones',
      agenda([BUDGET, { ...ROUND, isClosed: true }]),
      MADE,
      ['field r visibility: Åben dagsorden > Lukket dagsorden visibility'],
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
      ['order - -: Budget\nBordet rundt > Bordet rundt\nBudget order'],
    ],
    [
      'what was written over the points',
      agenda([BUDGET, ROUND], ['Dagsorden', 'Husk kage']),
      MADE,
      ['head - -:  > Husk kage head'],
    ],
    [
      'what was written under a point and belongs to no part of it',
      agenda([{ ...BUDGET, rest: 'Husk kage' }, ROUND]),
      MADE,
      ['field b rest:  > Husk kage rest'],
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

  it('has fields that paper does not show as the data has them, which are not taken from it', () => {
    const back = agenda([{ ...renamed('Nyt'), method: 'Dialog' }, ROUND]);
    expect(told(back, MADE, { unprinted: ['b.method', 'r.title'] })).toEqual([
      'field b title: Budget > Nyt takeable',
      'field b method:  > Dialog unprinted',
    ]);
  });

  it('does not take a point off while sub-points of it stay', () => {
    const [first, second] = ['x', 'y'].map((id) => point(id, `Under ${id}`, { isSub: true }));
    const made = agenda([BUDGET, ...(first ? [first] : []), ROUND]);
    const tells = (back: PaperAgenda, now: PaperAgenda): readonly string[] =>
      told(back, now, { made }).filter((one) => one.startsWith('missing b'));
    expect(tells(agenda([...(first ? [first] : []), ROUND]), made)).toEqual([
      'missing b -: Budget\nUnder x >  sub-points',
    ]);
    expect(tells(agenda([ROUND]), made)).toEqual(['missing b -: Budget\nUnder x >  takeable']);
    const grown = agenda([...made.points.slice(0, 2), ...(second ? [second] : []), ROUND]);
    expect(tells(agenda([ROUND]), grown)).toEqual([
      'missing b -: Budget\nUnder x\nUnder y >  (was Budget) conflict sub-points',
    ]);
  });

  it('has a new sub-point under the new point that it was written under', () => {
    const back = agenda([BUDGET, ROUND, point(null, 'Nyt'), point(null, 'Under nyt', { isSub: true })]);
    expect(paperDifferences(MADE, back, MADE)).toMatchObject([
      { key: 'added.2', parentKey: null, behind: 'r' },
      { key: 'added.3', parentId: null, parentKey: 'added.2' },
    ]);
  });

  it('has a new point behind the nearest one that is still there', () => {
    const back = agenda([BUDGET, ROUND, point(null, 'Sidst')]);
    const [sidst] = paperDifferences(MADE, back, agenda([BUDGET])).filter(({ kind }) => kind === 'added');
    expect(sidst).toMatchObject({ behind: 'b' });
  });

  it('has a new point among closed ones as closed, though the heading over them was taken away', () => {
    const closed = point('c', 'Personsag', { isClosed: true });
    const made = agenda([BUDGET, closed]);
    const back = agenda([BUDGET, { ...closed, isClosed: false }, point(null, 'Endnu en')]);
    expect(paperDifferences(made, back, made)).toMatchObject([
      { field: 'visibility', pointId: 'c' },
      { kind: 'added', point: { isClosed: true }, behind: 'c' },
    ]);
  });

  it('names what stands beside the text: comments, notes, headers and footers', () => {
    const asides = {
      comments: ['Er det rigtigt?'],
      notes: ['Jf. loven'],
      margins: ['Side af', 'Fortroligt'],
    };
    expect(told({ ...MADE, asides })).toEqual([
      'comments - -:  > Er det rigtigt? comments',
      'notes - -:  > Jf. loven notes',
      'margins - -:  > Fortroligt margins',
    ]);
  });
});
