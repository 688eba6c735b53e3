import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PackageDocument, PackageReading } from './package-document.js';
import { readPackage } from './read-package.js';

const file = join(process.env.SEEDS_DIR ?? join('..', 'shared', 'seeds'), '004_18b323f972a1d9e6.txt');
const isThere = existsSync(file);
if (!isThere) console.warn(`NOT TESTED: the real meeting package is not there (${file}); set SEEDS_DIR.`);

/** Where the package is absent the run stays green with one test that says so. */
const whereItIs = (name: string, body: () => void): void => {
  describe(
    name,
    isThere ? body : () => it('is not there, so nothing of it is tested', () => expect(isThere).toBe(false)),
  );
};

/** What a secretary who reads the real package would write down, found by hand in its pages. */
whereItIs('the real meeting package', () => {
  let lines: string[];
  let reading: PackageReading;
  let fragment: PackageDocument;
  let indstilling: PackageDocument;
  let agenda: PackageDocument;
  let minutes: PackageDocument;

  beforeAll(() => {
    lines = readFileSync(file, 'utf8').split('\n');
    const outcome = readPackage(lines);
    if (!outcome.ok) throw new Error(outcome.refusal.rule);
    reading = outcome.value;
    const [first, second, third, fourth] = reading.documents;
    if (!first || !second || !third || !fourth) throw new Error('four documents are expected');
    [fragment, indstilling, agenda, minutes] = [first, second, third, fourth];
  });

  const warned = (document: PackageDocument): string[] =>
    document.warnings.map(({ code, line }) => `${code}@${line ?? ''}`);

  it('holds four documents in reading order', () => {
    expect(
      reading.documents.map((document) => [document.kind, document.lines.from, document.lines.to]),
    ).toEqual([
      ['minutes', 1, 19],
      ['indstilling', 20, 113],
      ['agenda', 382, 628],
      ['minutes', 638, 667],
    ]);
  });

  it('gives the minutes the date and body of the indstilling, and says so', () => {
    expect(minutes.meeting).toMatchObject({ body: 'Rådmandsmøde', date: '2025-01-14' });
    expect(warned(minutes)).toEqual(['date-inferred@20', 'body-inferred@20']);
  });

  it('reads the six points with their minutes and decisions as written', () => {
    expect(
      minutes.points.map((point) => [point.number, point.title, point.durationMinutes, point.decision]),
    ).toEqual([
      ['1', 'Dagsorden', null, { outcome: 'approved', text: 'Godkendt.' }],
      ['2', 'Referat', null, { outcome: 'approved', text: 'Godkendt.' }],
      [
        '3',
        'Mål i politisk retning for budget 2026',
        10,
        {
          outcome: 'approved',
          text:
            'Indstillingen blev godkendt.\n\nRådmanden efterspurgte muligheden for at sætte mere fokus på ' +
            'forebyggende indsatser. MØB undersøger mulighederne for at indarbejde forebyggelsesindikatorer. MØB ' +
            'følger op.',
        },
      ],
      [
        '4',
        'Orientering fra magistraten',
        5,
        { outcome: 'informed', text: 'Rådmand og direktør orienterede fra magistratsmødet.' },
      ],
      [
        '5',
        'Orientering fra udvalget',
        5,
        {
          outcome: null,
          text:
            'Det blev aftalt, at udvalget skal modtage en mundtlig orientering jvf. den lukkede dagsordens punkt 5. ' +
            'FAS følger op.',
        },
      ],
      [
        '6',
        'Bordet rundt',
        5,
        { outcome: 'informed', text: 'Mødekredsen orienterede om aktuelle sager og opgaver.' },
      ],
    ]);
  });

  it('finds three follow-ups and no more', () => {
    const found = reading.documents.flatMap((document) =>
      document.followUps.map((one) => [document.lines.from, one.point, one.responsible]),
    );
    expect(found).toEqual([
      [1, null, 'FAS'],
      [638, '3', 'MØB'],
      [638, '5', 'FAS'],
    ]);
    expect(minutes.followUps[0]?.sentence).toContain('forebyggelsesindikatorer');
    expect(minutes.followUps[1]?.sentence).toContain('mundtlig orientering');
  });

  it('gives points 3 and 5 the stamped attachments with the lines of their texts', () => {
    const [, , third, , fifth] = minutes.points;
    expect(third?.attachments.map(({ title, lines: range }) => [title, range?.from, range?.to])).toEqual([
      ['Rådmandsindstilling om mål i budget 2026', 20, 113],
      ['Bilag 1 Nuværende og ny politisk retning i budgetredegørelsen samt status', 121, 273],
      ['Bilag 2 Illustration af sammenhæng mellem pejlemærker og andre mål og rammer', 282, 341],
      ['Bilag 3 Målhieraki', 350, 372],
    ]);
    expect(fifth?.attachments.map(({ title, lines: range }) => [title, range?.from, range?.to])).toEqual([
      ['Dagsorden til mødet i Social- og Beskæftigelsesudvalget den 15. januar 2025.docx', 382, 628],
    ]);
    expect(minutes.points.map((point) => point.attachments.length)).toEqual([0, 0, 4, 0, 1, 0]);
  });

  it('reads the indstilling with its misplaced recommendation', () => {
    expect(indstilling.meeting).toMatchObject({ body: 'Rådmandsmøde', date: '2025-01-14' });
    expect(indstilling.indstilling).toMatchObject({
      title: 'Mål i politisk retning for budget 2026',
      minutes: 10,
      unit: 'Mål Økonomi og Boliger',
      month: 'November 2024',
      author: { name: 'Henrik Christensen', phone: '40 22 84 08', email: 'Hecj@aarhus.dk' },
      recommendations: [
        'at rådmanden godkender nyt afsnit om politisk retning for MSB til budgetredegørelse 2026',
      ],
      attachments: [
        'Nuværende og ny formulering af politisk retning i budgetredegørelsen samt status',
        'Illustration af sammenhæng mellem pejlemærker/politisk retning og andre mål og rammer',
        'Målhierakiet',
      ],
    });
    expect(warned(indstilling)).toEqual([
      'recommendation-misplaced@64',
      ...[105, 107, 109, 111, 113].map((line) => `placeholder-filled@${line}`),
    ]);
  });

  it('reads the eight sections, the quotation whole again over the turn of the page', () => {
    const sections = indstilling.indstilling?.sections ?? [];
    expect(sections.map(({ key }) => key)).toEqual([
      'introduction',
      'recommendation',
      'statement',
      'resources',
      'communication',
      'further-process',
      'coordinated-with',
      'attachments',
    ]);
    const statement = sections[2]?.text ?? '';
    expect(statement).toContain('skal være 1%-point højere end i de øvrige 6-byer.\n\nEn anden vision er');
    expect(statement).not.toContain('Det indstilles');
    expect(statement).not.toContain('Punkt 3');
    expect([sections[3]?.text, sections[6]?.text]).toEqual(['-', '-']);
  });

  it('reads the head and letterhead of the agenda', () => {
    expect(agenda.meeting).toEqual({
      body: 'Social- og Beskæftigelsesudvalg',
      date: '2025-01-15',
      start: '18:15',
      end: '19:45',
      place: 'Rådhuset, lokale 398',
      caseNumber: 'EMN-2024-034734',
      participants: [],
    });
    expect(agenda.documentDate).toBe('2025-01-09');
    expect(agenda.letterhead).toEqual({
      unit: 'SOCIALE FORHOLD OG BESKÆFTIGELSE',
      lines: [
        'Fagligt Sekretariat',
        'Aarhus Kommune',
        '',
        'FAS Ledelse og Sundhed',
        'Jægergården,',
        'Værkmestergade 15 B',
        '8000 Aarhus C',
      ],
      phones: ['89 40 20 00', '41 85 99 39'],
      emails: ['sobrj@aarhus.dk', 'geja@aarhus.dk'],
      caseworkers: ['Sofie Brøndt Jørgensen', 'Jan Gehlert'],
    });
  });

  it('reads the points of the agenda with their times', () => {
    const rows = agenda.points.map((p) => [p.number, p.title, p.timeFrom, p.timeTo, p.durationMinutes]);
    expect(rows).toEqual([
      ['1', 'Godkendelse af dagsorden', '18:15', '18:18', 3],
      ['2', 'Referat fra udvalgets møde den 11. december 2024', '18:18', '18:20', 2],
      [
        '3',
        'Byrådshenvist sag: Plan for 80% selvforsyning på socialområdet 2024 – 2035',
        '18:20',
        '18:40',
        20,
      ],
      ['4', 'Status på Ukraine-indsatsen', '18:40', '19:05', 25],
      ['5', 'European Social Services Conference 2025 22.-25. juni 2025', '19:05', '19:25', 20],
      ['6', 'Orienteringspunkter', null, null, null],
      ['6A', 'Eventuel orientering', '19:25', '19:30', 5],
      ['7', 'Skriftlige orienteringer', null, null, null],
      ['7A', 'Opfølgning på udvalgsmødet den 11. december 2024', null, null, null],
      ['7B', 'Orienteringer til udvalget siden seneste møde', null, null, null],
      ['8', 'Kurser og konferencer samt sager på vej til byrådet', '19:30', '19:32', 2],
      ['9', 'Kommende møder', '19:32', '19:35', 3],
      ['10', 'Evt.', '19:35', '19:40', 5],
    ]);
  });

  it('reads who is responsible, how, and who attends', () => {
    const eva = 'Eva Borchorst Mejnertz';
    expect(agenda.points.map((point) => point.responsible)).toEqual([
      ...[eva, eva, eva, 'Jeanette Hoppe', 'Lotte Henriksen', null, 'Jeanette Hoppe / Lotte Henriksen'],
      ...[null, null, null, eva, eva, eva],
    ]);
    expect(agenda.points.map((point) => point.method)).toEqual([
      null,
      null,
      'Drøftelse hvorefter der skal konkluderes på sagen',
      'Mundtlig orientering og drøftelse',
      'Mundtlig orientering og drøftelse.',
      null,
      'Mundtlig orientering',
      null,
      null,
      null,
      'Orientering',
      'Orientering',
      'Mundtlig drøftelse',
    ]);
    expect(agenda.points[3]?.attending).toBe(
      'centerchef i Center for Job, Virksomhedsservice og Integration, Bine Jenshøj Elmose, og afdelingsleder i ' +
        'Center for Job, Virksomhedsservice og Integration, Anne Gunst.',
    );
    expect(agenda.points[4]?.attending).toBe(
      'Programleder for konferencen, Marie Herborg Krogh samt projektkoordinator Lone Hauberg.',
    );
  });

  it('mends the words of the purposes that were parted at line ends', () => {
    const purposes = agenda.points.map((point) => point.purpose ?? '');
    expect(purposes.filter((text) => /\p{L}- (?!og )\p{Ll}/u.test(text))).toEqual([]);
    expect(purposes[1]).toBe(
      'Udvalget orienteres om referatet fra det seneste møde i Social- og Beskæftigelsesudvalget.',
    );
    expect(purposes[4]).toContain('samt Social-, Bolig- og Ældreministeriet.');
    expect(purposes[8]).toMatch(/^Vedlagt dette punkt er opfølgende notater .*\n\nSåfremt der er spørgsmål/);
  });

  it('reads the bilag of the agenda, one of them closed', () => {
    expect(agenda.points.map((point) => point.attachments.length)).toEqual([
      1, 1, 5, 1, 2, 0, 0, 0, 0, 3, 2, 1, 1,
    ]);
    const closed = agenda.points.flatMap((point) =>
      point.attachments.filter((one) => one.visibility === 'closed'),
    );
    expect(closed.map(({ title }) => title)).toEqual(['Oversigt over fortrolige orienteringer til udvalget']);
    expect(agenda.points[2]?.attachments.map(({ title }) => title)).toEqual([
      'Indstilling',
      'Bilag 1: Udfoldet implementeringsplan for botilbud på det sociale området i MSB',
      'Bilag 2: Analyse af udbygningsbehovet på socialområdet fra juni 2024',
      'Byrådsdebat 18.12.24',
      'Svar på spørgsmål fra byrådsdebatten',
    ]);
  });

  it('warns of what does not agree in the agenda', () => {
    expect(warned(agenda)).toEqual([
      'title-differs@509',
      'point-without-time@544',
      'points-end-before-meeting@617',
    ]);
    expect(agenda.warnings.map(({ text }) => text)).toEqual([
      expect.stringContaining('Punkt 5 hedder'),
      'Punkt 7 har ingen tid.',
      'Punkterne slutter kl.\u00a019.40, men mødet er sat til at slutte kl.\u00a019.45.',
    ]);
  });

  it('keeps the pages of an earlier meeting as minutes without a date', () => {
    expect(fragment.meeting).toMatchObject({ date: null, body: null });
    expect(fragment.points.map((point) => [point.number, point.title, point.decision?.text ?? null])).toEqual(
      [
        ['1', 'Dagsorden', null],
        ['2', 'Referat', 'Godkendt.'],
        ['5', 'Orientering fra magistraten', 'Intet til referatet.'],
      ],
    );
    expect(warned(fragment)).toEqual(['decision-empty@5', 'date-missing@1', 'point-unknown@18']);
    expect(fragment.followUps).toMatchObject([
      {
        point: null,
        responsible: 'FAS',
        raisedBy: 'JLH',
        due: { text: 'den 19. februar', date: null, kind: 'proposed' },
      },
    ]);
    expect(fragment.followUps[0]?.sentence).toContain('arbejdspligten');
  });

  it('accounts for every line that holds text, in one place', () => {
    const { fields, stamps, letterheads, attachments, unread } = reading.ledger;
    expect(fields + stamps + letterheads + attachments + unread).toBe(reading.ledger.lines);
    expect(reading.ledger.lines).toBe(lines.filter((line) => line.trim() !== '').length);
    expect(reading.unread).toEqual([
      { line: 3, text: '.' },
      { line: 12, text: '.' },
      { line: 668, text: 'Overblik: Noter' },
      { line: 669, text: 'Overblik: Delte kommentarer' },
    ]);
  });
});
