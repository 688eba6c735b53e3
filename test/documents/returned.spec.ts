import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agendaModel,
  fieldNamesOf,
  paperDifferences,
  readPaper,
  unprintedFields,
} from '../../libs/domain/document/index.js';
import type { AgendaSource, AgendaSourcePoint, PaperAgenda } from '../../libs/domain/document/index.js';
import type { RichText } from '../../libs/domain/text/index.js';
import { renderDocument } from '../../libs/rendering/docx/index.js';
import { readPaperDocument } from '../../libs/rendering/read/index.js';
import { editedDocx } from '../builders/returned.js';

const SLOW = 90_000;
const MEETING = '0190f000-0000-7000-8000-000000000001';
const idOf = (number: number): string =>
  `0190f000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`;

const PURPOSE: RichText = [
  {
    type: 'paragraph',
    content: [{ text: 'Tallene er ' }, { text: 'nye', bold: true }, { text: ' & sikre.' }],
  },
  { type: 'heading', level: 1, content: [{ text: '1. Baggrund' }] },
  { type: 'paragraph', content: [{ text: 'Bilag: det hele. Metode: den gamle.' }] },
  { type: 'paragraph', content: [{ text: 'Under punktet deltager flere end før.' }] },
  { type: 'heading', level: 1, content: [{ text: 'Det videre arbejde' }] },
  { type: 'bullet-list', items: [{ content: [{ text: 'kultur' }] }, { content: [{ text: 'fritid' }] }] },
  { type: 'numbered-list', items: [{ content: [{ text: 'først' }] }, { content: [{ text: 'så' }] }] },
  {
    type: 'table',
    header: true,
    rows: [
      [{ content: [{ text: 'År' }] }, { content: [{ text: 'Antal' }] }],
      [{ content: [{ text: '2026' }] }, { content: [{ text: '12' }] }],
    ],
  },
  {
    type: 'paragraph',
    content: [
      { text: 'Se ' },
      { text: 'siden', link: 'https://example.dk/tal' },
      { text: ', kursivt ' },
      { text: 'her', italic: true },
    ],
  },
];

function pointOf(number: number, title: string, more: Partial<AgendaSourcePoint> = {}): AgendaSourcePoint {
  return {
    ...{ id: idOf(number), parentId: null, position: number, title, minutes: 10, fixedStart: null },
    ...{ type: 'discussion', visibility: 'open', state: 'active', late: false, frozenNumber: null },
    ...{ purpose: [], attending: null, guests: [], method: null, responsible: null, lateReason: null },
    ...{ proposedDecision: [], attachments: [] },
    ...more,
  };
}

const SOURCE: AgendaSource = {
  letterhead: {
    unit: 'Sekretariatet',
    lines: ['Rådhuset'],
    phones: [],
    emails: [],
    caseNumber: null,
    caseworkers: [],
  },
  documentDate: '2026-03-01',
  body: { name: 'Rådmandsmøde', visibility: 'open', policy: 'separate-series', form: 'full' },
  meeting: {
    ...{
      title: null,
      extraordinary: false,
      date: '2026-03-10',
      start: '09:00',
      end: '10:00',
      place: 'Rådhuset',
    },
    ...{ caseNumber: null, chair: null, minuteTaker: null, participants: ['Anna Prøve'], regrets: [] },
  },
  state: 'draft',
  version: null,
  points: [
    pointOf(0, 'Dagsorden', { minutes: 75 }),
    pointOf(1, 'Budget for Ærø', {
      ...{ purpose: PURPOSE, attending: 'Ida Prøve og Bo Prøve', method: 'Oplæg: og dialog' },
      guests: [{ name: 'Gro Gæst', title: 'kontorchef' }],
      ...{ responsible: 'ØKA', attachments: [{ title: 'Tal', position: 0, visibility: 'open' }] },
    }),
    pointOf(2, 'Underpunkt', { parentId: idOf(1), position: 0 }),
    pointOf(3, 'Personsagen', {
      visibility: 'closed',
      purpose: [{ type: 'paragraph', content: [{ text: 'Kort.' }] }],
    }),
  ],
};

function docxOf(source: AgendaSource): Uint8Array {
  const model = agendaModel(source, 'all');
  if (!model.ok) throw new Error(model.refusal.rule);
  return renderDocument({
    ...model.value,
    origin: { kind: 'agenda', subjectId: MEETING, mark: 'a1b2c3' },
  });
}

function paperOf(bytes: Uint8Array): PaperAgenda {
  const read = readPaperDocument('dagsorden.docx', bytes);
  if (!read.ok) throw new Error(read.refusal.rule);
  expect(read.value.origin).toEqual({ kind: 'agenda', subjectId: MEETING, mark: 'a1b2c3' });
  return readPaper(read.value.lines, fieldNamesOf(read.value.lines), read.value.asides);
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dagsorden-returned-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The document as another word processor saves it: every part of it written anew. */
function savedAgain(bytes: Uint8Array): Uint8Array {
  const file = join(folder, 'dagsorden.docx');
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = join(folder, 'out');
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'docx', '--outdir', out, file], {
    stdio: 'pipe',
  });
  return new Uint8Array(readFileSync(join(out, 'dagsorden.docx')));
}

const edited = (bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array =>
  editedDocx(bytes, [from, to]);

describe('an agenda that another word processor saved', () => {
  const made = docxOf(SOURCE);

  it('is the same bytes each time it is made', () => {
    expect(Buffer.compare(docxOf(SOURCE), made)).toBe(0);
  });

  it(
    'reads as what it was made of, with nothing that differs',
    () => {
      const back = paperOf(savedAgain(made));
      // Its headers come in another order.
      expect({ ...back, asides: null }).toEqual({ ...paperOf(made), asides: null });
      expect(paperDifferences(paperOf(made), back, paperOf(made))).toEqual([]);
      // The time of a point with sub-points is printed with them.
      expect([...unprintedFields(back, SOURCE.points)]).toEqual([`${idOf(1)}.minutes`]);
      const [first, budget] = back.points;
      expect(first).toMatchObject({ minutes: 75, time: '9.00–10.15 (1 t. 15 min.)' });
      expect(budget).toMatchObject({
        ...{ id: idOf(1), title: 'Budget for Ærø', purpose: PURPOSE, number: '2' },
        ...{ attending: 'Ida Prøve og Bo Prøve', method: 'Oplæg: og dialog', responsible: 'ØKA' },
        rest: 'Gæst: Gro Gæst, kontorchef, kl. 10.15–10.25',
      });
      expect(back.points.map(({ isSub, isClosed }) => [isSub, isClosed])).toEqual([
        ...[
          [false, false],
          [false, false],
          [true, false],
          [false, true],
        ],
      ]);
    },
    SLOW,
  );

  it(
    'tells the one text that somebody changed, and only that',
    () => {
      const back = paperOf(savedAgain(edited(made, 'Oplæg: og dialog', 'Kun dialog')));
      expect(paperDifferences(paperOf(made), back, paperOf(made))).toMatchObject([
        {
          ...{ kind: 'field', field: 'method', pointId: idOf(1), title: 'Budget for Ærø' },
          ...{ before: 'Oplæg: og dialog', after: 'Kun dialog', conflict: false, why: null },
        },
      ]);
    },
    SLOW,
  );

  it('keeps the whole of a text with headings and words of its own when something of it is changed', () => {
    const back = paperOf(edited(made, 'den gamle', 'den nye'));
    const [found, ...others] = paperDifferences(paperOf(made), back, paperOf(made));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ field: 'purpose', pointId: idOf(1), why: null });
    expect(found?.after).toBe(found?.before.replace('den gamle', 'den nye'));
    expect(found?.point?.purpose).toHaveLength(PURPOSE.length);
  });

  it('reads a document by the words of its fields where it marks none', () => {
    const unmarked = edited(made, /<w:rStyle w:val="Feltmaerke"\/>/, '');
    const [, budget] = paperOf(unmarked).points;
    expect(budget).toMatchObject({ method: 'Oplæg: og dialog', responsible: 'ØKA', id: idOf(1) });
    // What its own words make of it shows, so that nobody takes it for the whole.
    expect([...unprintedFields(paperOf(unmarked), SOURCE.points)]).toContain(`${idOf(1)}.purpose`);
  });

  it('tells a word that was marked, and one that was written while changes are tracked', () => {
    const bold = edited(made, /<w:r>(<w:t[^>]*>Kort\.)/, '<w:r><w:rPr><w:b/></w:rPr>$1');
    const tracked = edited(
      bold,
      /(<w:t[^>]*>)Kort\.<\/w:t><\/w:r>/,
      '$1Kort.</w:t></w:r><w:ins w:id="900" w:author="A"><w:r><w:t xml:space="preserve"> Og godt.</w:t></w:r></w:ins><w:del w:id="901" w:author="A"><w:r><w:delText>Væk</w:delText></w:r></w:del>',
    );
    expect(paperDifferences(paperOf(made), paperOf(bold), paperOf(made))).toMatchObject([
      { field: 'purpose', pointId: idOf(3) },
    ]);
    expect(paperDifferences(paperOf(made), paperOf(tracked), paperOf(made))).toMatchObject([
      { field: 'purpose', pointId: idOf(3), after: 'Kort. Og godt.' },
    ]);
  });
});
