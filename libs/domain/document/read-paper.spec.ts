import { describe, expect, it } from '@jest/globals';
import { minutesNamed, readPaper } from './paper.js';
import type { PaperLine } from './paper.js';

const heading = (text: string, level = 2, pointId: string | null = null): PaperLine => ({
  ...{ kind: 'heading' as const, level, content: [{ text }], pointId },
});
const line = (text: string): PaperLine => ({ kind: 'paragraph', content: [{ text }] });

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

  it('has a point that was copied once as the point it was, and once as a new one', () => {
    const { points } = readPaper([heading('1. Budget', 2, 'b'), heading('2. Budget', 2, 'b')]);
    expect(points.map(({ id }) => id)).toEqual(['b', null]);
  });

  it('has what was written before any label as what stands under the point', () => {
    const { points } = readPaper([heading('1. Budget', 2, 'b'), line('Punktet udgår.')]);
    expect(points[0]).toMatchObject({ rest: 'Punktet udgår.', purpose: [] });
  });
});
