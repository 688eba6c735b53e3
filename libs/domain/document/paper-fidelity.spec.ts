import { describe, expect, it } from '@jest/globals';
import type { RichText } from '../text/index.js';
import { unprintedFields } from './paper-fidelity.js';
import type { KeptPoint } from './paper-fidelity.js';
import type { PaperPoint } from './paper.js';

const PRINTED: PaperPoint = {
  ...{ id: 'b', title: 'Budget', isSub: false, isClosed: false, number: '1', minutes: 10, time: '' },
  ...{ purpose: [], attending: 'Ida Prøve', method: 'Oplæg', responsible: 'ØKA', attachments: '', rest: '' },
};
const KEPT: KeptPoint = {
  ...{ id: 'b', title: 'Budget', minutes: 10, purpose: [], attending: 'Ida Prøve', method: 'Oplæg' },
  responsible: 'ØKA',
};
const said = (text: string, more: object = {}): RichText => [
  { type: 'paragraph', content: [{ text, ...more }] },
];

function unprinted(kept: Partial<KeptPoint>, printed: Partial<PaperPoint> = {}): readonly string[] {
  const asides = { comments: [], notes: [], margins: [] };
  return [
    ...unprintedFields({ head: [], points: [{ ...PRINTED, ...printed }], asides }, [{ ...KEPT, ...kept }]),
  ];
}

describe('what a printed agenda shows as the data has it', () => {
  it.each<[string, Partial<KeptPoint>, Partial<PaperPoint>]>([
    ['a point as it is', {}, {}],
    ['blanks of any kind', { title: ' Budget ', method: 'Op\u00a0læg' }, { method: 'Op læg' }],
    ['the words around who attends', { attending: 'Under punktet deltager Ida Prøve.' }, {}],
    ['the brackets of a filled placeholder', { title: '[Budget]' }, {}],
    [
      'marks in whatever order',
      { purpose: said('a', { italic: true, bold: true }) },
      { purpose: said('a', { bold: true, italic: true }) },
    ],
    [
      'headings that leave out a level, and are bold anyway',
      {
        purpose: [{ type: 'heading', level: 2, content: [{ text: 'Nu', bold: true }] }, ...said('Tal.')],
      },
      { purpose: [{ type: 'heading', level: 1, content: [{ text: 'Nu' }] }, ...said('Tal.')] },
    ],
    ['paragraphs that say nothing', { purpose: [...said(' '), ...said('Tal.')] }, { purpose: said('Tal.') }],
    [
      'short rows of a table',
      {
        purpose: [
          {
            type: 'table',
            header: false,
            rows: [[{ content: [{ text: 'a' }] }], [{ content: [] }, { content: [] }]],
          },
        ],
      },
      {
        purpose: [
          {
            type: 'table',
            header: false,
            rows: [
              [{ content: [{ text: 'a' }] }, { content: [] }],
              [{ content: [] }, { content: [] }],
            ],
          },
        ],
      },
    ],
  ])('is %s', (_, kept, printed) => expect(unprinted(kept, printed)).toEqual([]));

  it.each<[string, Partial<KeptPoint>, Partial<PaperPoint>, string]>([
    ['a text that is left out', { purpose: said('Tal.') }, {}, 'b.purpose'],
    [
      'a text that is read to its first half',
      { purpose: [...said('a'), ...said('b')] },
      { purpose: said('a') },
      'b.purpose',
    ],
    [
      'a mark that paper has otherwise',
      { purpose: said('a', { italic: true }) },
      { purpose: said('a') },
      'b.purpose',
    ],
    ['a method of several lines', { method: 'Oplæg\nDialog' }, { method: 'Oplæg Dialog' }, 'b.method'],
    ['who is responsible, where it is left out', {}, { responsible: '' }, 'b.responsible'],
    ['the minutes of sub-points', { minutes: null }, {}, 'b.minutes'],
    ['a title that looks like something else', { title: 'Besøg (10 min.)' }, { title: 'Besøg' }, 'b.title'],
  ])('is not %s', (_, kept, printed, key) => expect(unprinted(kept, printed)).toEqual([key]));

  it('is nothing of a point that is not printed, or not kept', () => {
    expect(unprinted({ id: 'andet', title: 'Andet' })).toEqual([]);
    expect(unprinted({ title: 'Andet' }, { id: null })).toEqual([]);
  });
});
