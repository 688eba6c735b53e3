import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PackageDocument, PackageReading } from './package-document.js';
import { readPackage } from './read-package.js';

/** An invented package with the constructs that packages have; nobody and nothing in it exists. */
const lines = readFileSync('test/fixtures/package.txt', 'utf8').split('\n');

const read = (text: readonly string[]): PackageReading => {
  const outcome = readPackage(text);
  if (!outcome.ok) throw new Error(outcome.refusal.rule);
  return outcome.value;
};

describe('a package', () => {
  let reading: PackageReading;
  let indstilling: PackageDocument;
  let agenda: PackageDocument;
  let minutes: PackageDocument;

  beforeAll(() => {
    reading = read(lines);
    const [first, second, third] = reading.documents;
    if (!first || !second || !third) throw new Error('three documents are expected');
    [indstilling, agenda, minutes] = [first, second, third];
  });

  it('is read into the documents it holds', () => {
    expect(reading.documents.map(({ kind, meeting }) => [kind, meeting.body, meeting.date])).toEqual([
      ['indstilling', 'Direktion', '2031-03-03'],
      ['agenda', 'Kultur- og Fritidsudvalg', '2031-03-12'],
      ['minutes', 'Direktion', '2031-03-03'],
    ]);
  });

  it('joins titles that wrap and words parted at line ends', () => {
    expect(indstilling.indstilling?.title).toBe('Ny ordning for udlån af instrumenter i musikskolen');
    expect(agenda.points[1]?.title).toBe('Plan for kulturhusene i de mindre byer og landsbyer 2031 – 2035');
    expect(agenda.points[0]?.attachments[0]?.title).toBe('Dagsorden til mødet den 12. marts 2031');
  });

  it('gives each entry of a listed recommendation its lead', () => {
    expect(indstilling.indstilling?.recommendations).toEqual([
      'at direktionen godkender ordningen for udlån',
      'at direktionen afsætter 200.000 kr. til indkøb af instrumenter',
    ]);
  });

  it('gives the stamped attachments to the point of the minutes', () => {
    expect(
      minutes.points.map((point) => point.attachments.map(({ title, lines: range }) => [title, range])),
    ).toEqual([
      [],
      [
        ['Indstilling om udlån af instrumenter', { from: 1, to: 55 }],
        ['Bilag 1 Oversigt over instrumenter', { from: 61, to: 68 }],
      ],
      [],
      [['Dagsorden til udvalgets møde den 12. marts 2031', { from: 74, to: 194 }]],
    ]);
  });

  it('reads who took part and who sent their regrets', () => {
    expect(minutes.meeting.participants).toEqual([
      'Dagfinn Foged',
      'Runa Vestby',
      'Abelone Korsgaard',
      'Ejvind Lund (afbud)',
    ]);
  });

  it('reads sub-points, a withdrawn point, a late point and the closed part with numbers of its own', () => {
    expect(
      agenda.points.map((p) => [p.number, p.visibility, p.timeFrom, p.decision?.outcome ?? null]),
    ).toEqual([
      ['1', 'open', '16:00', null],
      ['2', 'open', '16:05', null],
      ['3', 'open', null, null],
      ['3A', 'open', '16:45', null],
      ['3B', 'open', null, null],
      ['4', 'open', null, 'removed'],
      ['5', 'open', '17:00', null],
      ['6', 'open', '17:10', null],
      ['1', 'closed', null, null],
    ]);
    expect(agenda.points[7]?.title).toBe('Nye åbningstider i svømmehallen');
    expect(agenda.points[1]?.attachments.map(({ visibility }) => visibility)).toEqual(['open', 'closed']);
  });

  it('warns of what is inferred or does not agree', () => {
    const codes = reading.documents.map((document) =>
      document.warnings.map(({ code, line }) => `${code}@${line ?? ''}`),
    );
    expect(codes).toEqual([
      [47, 49, 51, 53, 55].map((line) => `placeholder-filled@${line}`),
      ['late-point@177', 'title-differs@169', 'points-end-before-meeting@177'],
      ['date-inferred@1', 'body-inferred@1'],
    ]);
  });

  it('reads follow-ups from decisions only', () => {
    const found = reading.documents.flatMap(({ followUps }) =>
      followUps.map((one) => [one.point, one.responsible]),
    );
    expect(found).toEqual([['2', 'SEK']]);
  });

  it('counts every line that holds text in one place', () => {
    expect(reading.ledger).toEqual({
      lines: 146,
      fields: 106,
      stamps: 16,
      letterheads: 17,
      attachments: 6,
      unread: 1,
    });
    expect(reading.unread).toEqual([{ line: 224, text: 'Overblik: Noter' }]);
  });

  it('drops no word: what a line says stands in the reading, unless it is a label', () => {
    const labels =
      'mødedato mødetid mødested dagsorden baggrund formål punktet deltager metode ansvarlig bilag deltagere afbud ' +
      'sagsbehandler direkte telefon punkt tillægspunkt lukket fortroligt troligt indstilles fritidsudvalgsmøde direktionsmøde minutter overblik noter';
    const said = JSON.stringify(reading.documents)
      .toLowerCase()
      .replace(/[^\p{L}]/gu, '');
    const words = lines.flatMap((line) => line.toLowerCase().match(/\p{L}{5,}/gu) ?? []);
    const own = (word: string): boolean => !labels.split(' ').includes(word) && !bilagText.includes(word);
    const bilagText = lines.slice(60, 68).join(' ').toLowerCase();
    expect(words.filter((word) => own(word) && !said.includes(word))).toEqual([]);
  });
});

describe('a text without any meeting', () => {
  it('is refused with the line where its text begins', () => {
    const outcome = readPackage(['', 'Kære alle', '', 'Husk kaffen på fredag.']);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'no-recognisable-meeting', at: 'line 2' } });
    expect(readPackage([])).toMatchObject({ ok: false });
  });
});

describe('minutes of another body', () => {
  const minutes = read([
    'Referat',
    '',
    'Møde:\tÆldre- og Sundhedsudvalg',
    'Mødedato:\t4. juni 2031',
    'Mødetid:\tkl. 9 - 11.30',
    'Fraværende:\tRuna Vestby',
    '',
    '49. Godkendelse af dagsorden',
    '',
    'Beslutning',
    '',
    'Godkendt.',
    '',
    '50. Ny plan for plejehjemmene',
    '',
    'Baggrund: Planen er revideret efter høringen.',
    '',
    'Bilag:',
    '1. Planen',
    '2. Høringssvar (lukket)',
    '',
    'Beslutning',
    '',
    'Anbefales over for byrådet.',
    '',
    'Følgende blev bemærket:',
    '1. Taksten ses efter.',
    '2. Ældrerådet høres igen.',
    '',
    '51. Lukket punkt: Køb af grund',
    '',
    'Beslutning',
    '',
    'Udsat til næste møde.',
  ]).documents[0];

  it('keep their own numbers, and lists inside a point are no points', () => {
    expect(minutes?.kind).toBe('minutes');
    expect(
      minutes?.points.map((point) => [point.number, point.title, point.visibility, point.decision?.outcome]),
    ).toEqual([
      ['49', 'Godkendelse af dagsorden', 'open', 'approved'],
      ['50', 'Ny plan for plejehjemmene', 'open', 'recommended'],
      ['51', 'Køb af grund', 'closed', 'deferred'],
    ]);
    expect(minutes?.points[1]?.decision?.text).toContain('1. Taksten ses efter.\n2. Ældrerådet høres igen.');
  });

  it('keep their facts, whatever the notation', () => {
    expect(minutes?.meeting).toMatchObject({
      body: 'Ældre- og Sundhedsudvalg',
      date: '2031-06-04',
      start: '09:00',
      end: '11:30',
      participants: ['Runa Vestby (afbud)'],
    });
    expect(minutes?.points[1]?.attachments).toMatchObject([
      { title: 'Planen', visibility: 'open' },
      { title: 'Høringssvar', visibility: 'closed' },
    ]);
  });
});

describe('a package before its meeting', () => {
  it('is an agenda made of its dividers and stamps', () => {
    const { documents } = read([
      ' Punkt 1: Dagsorden',
      '',
      'Punkt 2: Takster for 2032 (20 min)',
      ' Notat om takster for dagtilbud',
      '',
      'Taksterne følger budgettet, som byrådet vedtog i oktober.',
      '',
      'Punkt 2, Bilag 1: Notat om takster',
      '',
      'Punkt 3: Bordet rundt (5 min)',
    ]);
    expect(documents.map(({ kind }) => kind)).toEqual(['agenda']);
    expect(
      documents[0]?.points.map((p) => [p.number, p.title, p.durationMinutes, p.attachments.length]),
    ).toEqual([
      ['1', 'Dagsorden', null, 0],
      ['2', 'Takster for 2032', 20, 1],
      ['3', 'Bordet rundt', 5, 0],
    ]);
    expect(documents[0]?.points[1]?.attachments[0]).toEqual({
      title: 'Notat om takster',
      visibility: 'open',
      lines: { from: 4, to: 6 },
    });
  });
});

describe('an agenda of closed points only', () => {
  const points = (lines: readonly string[]): unknown =>
    read(lines).documents[0]?.points.map((point) => [point.number, point.visibility]);
  const table = ['Emne: Kulturudvalgsmøde', 'Mødedato: 12. marts 2031', 'Mødested: Rådhuset', ''];

  it('closes every point under its title', () => {
    expect(
      points(['Dagsorden', '', 'Lukket dagsorden', '', ...table, '1. Køb af en grund', '', '2. Evt.']),
    ).toEqual([
      ['1', 'closed'],
      ['2', 'closed'],
    ]);
  });

  it('is not what a page mark over the first point makes of it, where the closed part begins below', () => {
    const lines = [
      'LUKKET DAGSORDEN',
      '',
      'Dagsorden',
      '',
      ...table,
      '1. Budget',
      '',
      'Lukket dagsorden',
      '',
      '1. Grund',
    ];
    expect(points(lines)).toEqual([
      ['1', 'open'],
      ['1', 'closed'],
    ]);
  });
});

describe('a stamp', () => {
  it('stands in no decision, and a line that only one copy has is unread', () => {
    const stamp = ['Punkt 2, Bilag 1: Notat om', 'takster'];
    const { documents, unread } = read([
      ' Notat om taksterne for 2032',
      '',
      ...stamp,
      ' Taksterne følger budgettet.',
      '',
      ...[stamp[0] ?? '', 'Planen er god', stamp[1] ?? ''],
      ' Referat',
      '',
      'Punkt 2: Takster for 2032',
      '',
      'Taget til efterretning.',
    ]);
    expect(documents[0]?.points[0]).toMatchObject({
      decision: { text: 'Taget til efterretning.' },
      attachments: [{ title: 'Notat om takster', lines: { from: 1, to: 5 } }],
    });
    expect(unread).toEqual([{ line: 8, text: 'Planen er god' }]);
  });
});
