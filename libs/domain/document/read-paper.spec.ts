import { describe, expect, it } from '@jest/globals';
import { plainText } from '../text/index.js';
import { minutesNamed, readPaper } from './read-paper.js';
import { fieldNamesOf } from './paper.js';
import type { PaperLine, PaperPoint } from './paper.js';

const heading = (text: string, level = 2, pointId: string | null = null): PaperLine => ({
  ...{ kind: 'heading' as const, level, content: [{ text }], pointId },
});
const line = (text: string, marked = 0): PaperLine => ({ kind: 'paragraph', content: [{ text }], marked });
/** A field as the product prints it: its name is marked as such. */
const field = (name: string, text: string): PaperLine => line(`${name}${text}`, name.length);

function pointOf(lines: readonly PaperLine[]): Partial<PaperPoint> & { readonly text: string } {
  const { points } = readPaper([heading('1. Budget', 2, 'b'), ...lines], fieldNamesOf(lines));
  expect(points).toHaveLength(1);
  return { ...points[0], text: plainText(points[0]?.purpose ?? []) };
}

describe('an agenda on paper', () => {
  it.each([
    ['9.05–9.15 (10 min.)', 10],
    ['9.00–10.15 (1 t. 15 min.)', 75],
    ['2 t.', 120],
    ['5\u00a0min.', 5],
    ['kl. 9.05', null],
    ['', null],
  ])('%s names %s minutes', (text, minutes) => expect(minutesNamed(text)).toBe(minutes));

  it('is read by its headings and labels', () => {
    const { head, points } = readPaper([
      heading('Dagsorden', 1),
      line('Mødedato: 10. marts'),
      heading('1. Budget', 2, 'b'),
      line('Baggrund/formål: Tallene er nye.'),
      line('Og flere.'),
      line('Under punktet deltager Ida Prøve.'),
      line('Metode: Oplæg'),
      line('Ansvarlig: ØKA'),
      line('Tid: 9.00–9.10 (10 min.)'),
      line('Husk kage'),
      heading('Lukket dagsorden', 1),
      heading('Punkt 1: Personsag (5 min.)', 2),
    ]);
    expect(head).toEqual(['Dagsorden', 'Mødedato: 10. marts']);
    expect(points).toMatchObject([
      {
        ...{ id: 'b', title: 'Budget', number: '1', minutes: 10, method: 'Oplæg', responsible: 'ØKA' },
        ...{ attending: 'Ida Prøve', rest: 'Husk kage', isClosed: false },
      },
      { id: null, title: 'Personsag', number: '1', minutes: 5, isClosed: true },
    ]);
    expect(points[0]?.purpose).toHaveLength(2);
  });

  it('has guests as what stands under the point, and not as words of the text before them', () => {
    const gro = field('Gæst:', ' Gro Gæst, kl. 9.15–9.35');
    const fields = [field('Baggrund/formål:', ' Først.'), gro, field('Metode:', ' Oplæg'), line('Husk kage')];
    expect(pointOf(fields)).toMatchObject({
      ...{ text: 'Først.', method: 'Oplæg', rest: 'Gæst: Gro Gæst, kl. 9.15–9.35 Husk kage' },
    });
    expect(pointOf([line('Baggrund/formål: Først.'), line('Gæster: A og B')])).toMatchObject({
      ...{ text: 'Først.', rest: 'Gæster: A og B' },
    });
  });

  it('has a point that was copied once as the point it was, and once as a new one', () => {
    const { points } = readPaper([heading('1. Budget', 2, 'b'), heading('2. Budget', 2, 'b')]);
    expect(points.map(({ id }) => id)).toEqual(['b', null]);
  });

  it('has what was written before any label as what stands under the point', () => {
    const { points } = readPaper([heading('1. Budget', 2, 'b'), line('Punktet udgår.')]);
    expect(points[0]).toMatchObject({ rest: 'Punktet udgår.', purpose: [] });
  });

  it('stands where a point is marked though its heading has lost its title', () => {
    const { points } = readPaper([heading('1. Budget', 2, 'b'), heading('', 2, 'r'), line('Tid: 5 min.')]);
    expect(points).toMatchObject([
      { id: 'b', minutes: null },
      { id: 'r', title: '', minutes: 5 },
    ]);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'takes the word %s before a colon for what it is',
    (word) => expect(pointOf([line(`${word}: x`)])).toMatchObject({ rest: `${word}: x` }),
  );
});

describe('a text with words of its own that look like those of the agenda', () => {
  const OWN = [
    'Bilag: se sagen',
    'Metode: den gamle',
    'Ansvarlig: alle',
    'Tid: i god tid',
    'Forslag til beslutning: ja',
  ];
  const FIELDS = [field('Metode:', ' Oplæg'), field('Tid:', ' 9.00–9.10 (10 min.)')];

  it.each([...OWN, 'Under punktet deltager flere end før'])('keeps "%s" as its own', (words) => {
    const read = pointOf([field('Baggrund/formål:', ' Først.'), line(words), line('Sidst.'), ...FIELDS]);
    expect(read).toMatchObject({
      text: `Først.\n\n${words}\n\nSidst.`,
      method: 'Oplæg',
      minutes: 10,
      rest: '',
    });
  });

  it('keeps its headings, numbered or not, and as high as they stand', () => {
    const inner = [
      heading('1. Baggrund', 3),
      line('Før.'),
      heading('2. Nu', 2),
      line('Så.'),
      heading('Til sidst', 1),
    ];
    const { points, head } = readPaper([
      heading('1. Budget', 2, 'b'),
      ...[field('Baggrund/formål:', ' Først.'), ...inner, ...FIELDS],
    ]);
    expect(head).toEqual([]);
    expect(points).toMatchObject([{ id: 'b', method: 'Oplæg', minutes: 10, rest: '' }]);
    expect(plainText(points[0]?.purpose ?? [])).toBe(
      'Først.\n\n1. Baggrund\n\nFør.\n\n2. Nu\n\nSå.\n\nTil sidst',
    );
  });

  it('keeps its headings in a document that marks no fields, too', () => {
    const lines = [line('Baggrund/formål: Først.'), heading('1. Baggrund', 3), line('Før.')];
    expect(pointOf(lines)).toMatchObject({ text: 'Først.\n\n1. Baggrund\n\nFør.' });
  });

  it('is over where the next point is marked, or begins after it', () => {
    const { points } = readPaper([
      ...[heading('1. Budget', 2, 'b'), field('Baggrund/formål:', ' Først.')],
      ...[heading('1A. Drift', 3, 's'), field('Baggrund/formål:', ' Drift.'), ...FIELDS],
      ...[heading('2. Eventuelt', 2), line('Tid: 15 min.'), heading('2A. Kage', 3)],
    ]);
    expect(points.map(({ id, title, isSub, minutes }) => [id, title, isSub, minutes])).toEqual([
      ['b', 'Budget', false, null],
      ['s', 'Drift', true, 10],
      [null, 'Eventuelt', false, 15],
      [null, 'Kage', true, null],
    ]);
  });
});

describe('the fields of a point', () => {
  it('may be written by hand where no text is open', () => {
    const read = pointOf([field('Tid:', ' 9.00–9.10 (10 min.)'), line('Metode: Dialog')]);
    expect(read).toMatchObject({ minutes: 10, method: 'Dialog', rest: '' });
  });

  it('are what the document marks, whatever was written by hand before or after', () => {
    for (const lines of [
      [line('Metode: Dialog'), field('Metode:', ' Oplæg')],
      [field('Metode:', ' Oplæg'), line('Metode: Dialog')],
    ])
      expect(pointOf(lines)).toMatchObject({ method: 'Oplæg', rest: 'Metode: Dialog' });
  });

  it('are each taken once; a copy stands under the point', () => {
    const read = pointOf([field('Metode:', ' Oplæg'), field('Metode:', ' Dialog')]);
    expect(read).toMatchObject({ method: 'Oplæg', rest: 'Metode: Dialog' });
  });

  it('have the words after their name, though they were written into the mark', () => {
    expect(pointOf([line('Metode: Kun dialog', 11)])).toMatchObject({ method: 'Kun dialog' });
  });
});
