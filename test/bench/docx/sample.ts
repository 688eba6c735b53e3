import type { AgendaSource, AgendaSourcePoint } from '../../../libs/domain/document/index.js';
import type { RichText } from '../../../libs/domain/text/index.js';

/** One point of the measured agenda: three paragraphs of 120 words, a facts table, a decision, an attachment list. */
export interface SamplePoint {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly decision: string;
  readonly attachments: readonly string[];
}

const WORDS = (
  'forvaltningen har i løbet af vinteren gennemgået tilbuddene sammen med foreningerne og erfaringerne viser at de ' +
  'fleste deltagere bliver længere når de ligger tæt på skolen mens ventelisten til musikskolen er blevet kortere ' +
  'udvalget økonomien bevillingen kommunens borgere indsatsen området planen målene året møde punkt sag behandling ' +
  'rådgivning beskæftigelse uddannelse fællesskab bydel lokaler udgifter indtægter drift anlæg høring tidsplan opfølgning'
).split(' ');

/** A small generator of its own, so that every run measures the same words. */
function words(seed: number): (count: number) => string {
  let state = seed * 7919 + 1;
  const next = (): number => (state = (state * 48271) % 2147483647);
  return (count) => Array.from({ length: count }, () => WORDS[next() % WORDS.length] ?? '').join(' ');
}

/** The points of an agenda of a size; invented, and the same on every run. */
export function samplePoints(count: number): readonly SamplePoint[] {
  return Array.from({ length: count }, (_, i) => {
    const text = words(i + 1);
    return {
      title: `Sag ${i + 1}: ${text(6)}`,
      paragraphs: [1, 2, 3].map(() => `${text(120)}.`),
      facts: [
        ['Økonomi', text(4)],
        ['Tidsplan', text(5)],
        ['Høring', `${text(3)} & "${text(2)}"`],
      ],
      decision: `${text(18)}.`,
      attachments: [1, 2, 3].map((n) => `${text(5)} ${n}`),
    };
  });
}

function richText(point: SamplePoint): RichText {
  const cell = (text: string) => ({ content: [{ text }] });
  return [
    ...point.paragraphs.map((text) => ({ type: 'paragraph' as const, content: [{ text }] })),
    {
      type: 'table',
      header: true,
      rows: [
        [cell('Forhold'), cell('Oplysning')],
        ...point.facts.map(([label, value]) => [cell(label), cell(value)]),
      ],
    },
  ];
}

/** The same points as the source of an agenda in the full form. */
export function sampleAgenda(points: readonly SamplePoint[]): AgendaSource {
  return {
    letterhead: null,
    documentDate: '2031-03-06',
    body: { name: 'Kulturudvalget', visibility: 'open', policy: 'separate-series', form: 'full' },
    meeting: {
      title: null,
      extraordinary: false,
      date: '2031-03-12',
      start: '08:00',
      end: null,
      place: 'Rådhuset',
      caseNumber: null,
      chair: null,
      minuteTaker: null,
      participants: [],
      regrets: [],
    },
    state: 'sent',
    version: 1,
    points: points.map((point, i): AgendaSourcePoint => ({
      id: `p${i}`,
      parentId: null,
      position: i,
      title: point.title,
      minutes: 1,
      fixedStart: null,
      type: 'decision',
      visibility: 'open',
      state: 'active',
      late: false,
      frozenNumber: String(i + 1),
      purpose: richText(point),
      attending: null,
      guests: [],
      method: null,
      responsible: 'Sekretariatet',
      lateReason: null,
      proposedDecision: [{ type: 'paragraph', content: [{ text: point.decision }] }],
      attachments: point.attachments.map((title, position) => ({ title, position, visibility: 'open' })),
    })),
  };
}
