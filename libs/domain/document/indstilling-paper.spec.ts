import { describe, expect, it } from '@jest/globals';
import { INDSTILLING_TEMPLATES, templateFor } from '../indstilling/index.js';
import { plainText } from '../text/index.js';
import type { Inline } from '../text/index.js';
import { readIndstillingPaper } from './indstilling-paper.js';
import type { IndstillingPaper } from './indstilling-paper.js';
import type { PaperAsides, PaperLine } from './paper.js';

const { raadmand, council, 'cover-note': coverNote } = INDSTILLING_TEMPLATES;

const h = (text: string, level = 2): PaperLine => ({
  ...{ kind: 'heading' as const, level, content: [{ text }], pointId: null },
});
const p = (...content: readonly (string | Inline)[]): PaperLine => ({
  kind: 'paragraph',
  content: content.map((run) => (typeof run === 'string' ? { text: run } : run)),
  marked: 0,
});
const bold = (text: string): Inline => ({ text, bold: true });
const link: Inline = { text: 'planen', link: 'https://example.dk/plan' };
const styled = (style: 'title' | 'closing', text: string): PaperLine => ({
  ...{ kind: 'paragraph' as const, content: [{ text }], marked: 0, style },
});
const item = (text: string, list: 'bullet' | 'number' = 'bullet'): PaperLine => ({
  ...{ kind: 'item' as const, list, content: [{ text }] },
});
const row = (cells: readonly (string | Inline)[], first = false): PaperLine => ({
  ...{ kind: 'row' as const, first, header: false },
  cells: cells.map((cell) => [typeof cell === 'string' ? { text: cell } : cell]),
});

const read = (lines: readonly PaperLine[], template = raadmand, asides?: PaperAsides): IndstillingPaper =>
  readIndstillingPaper(lines, template, asides);
const plain = ({ sections }: IndstillingPaper): Record<string, string> =>
  Object.fromEntries(Object.entries(sections).map(([key, text]) => [key, plainText(text)]));
const left = ({ leftovers }: IndstillingPaper): string[] =>
  leftovers.map(({ where, heading, text }) => `${where}${heading === null ? '' : ` ${heading}`}: ${text}`);

describe('the headings of an indstilling on paper', () => {
  it.each<[string, PaperLine]>([
    ['of a style', h('Sagsfremstilling')],
    ['of a style, numbered', h('3. Sagsfremstilling')],
    ['of a style, numbered twice', h('2.1 Sagsfremstilling:', 3)],
    ['in capitals', p('SAGSFREMSTILLING')],
    ['in capitals, with a colon', p('SAGSFREMSTILLING:')],
    ['in capitals, numbered by hand', p('3) SAGSFREMSTILLING')],
    ['in capitals, numbered by Word', item('SAGSFREMSTILLING', 'number')],
    ['in bold', p(bold('Sagsfremstilling'))],
    ['in bold, in several runs', p(bold('Sags'), bold('fremstilling'), ' ')],
    ['alone on a line', p('Sagsfremstilling')],
    ['in the definite form', p('Sagsfremstillingen')],
    ['parted by a blank', p('Sags fremstilling')],
    ['with blanks that do not break', p('SAGSFREMSTILLING\u00a0')],
  ])('are told %s', (_, heading) => {
    const paper = read(
      [h('Indledning'), p('Først.'), heading, p('Så.')].slice(heading.kind === 'heading' ? 0 : 2),
    );
    expect(plain(paper)).toMatchObject({ statement: 'Så.' });
    expect(left(paper)).toEqual([]);
  });

  it.each([
    ['Resourcer', 'resources'],
    ['RESSURSER', 'resources'],
    ['Ressourceforbrug', 'resources'],
    ['Komunikation', 'communication'],
    ['Den videre proces', 'further-process'],
    ['Det videre forløb', 'further-process'],
    ['KORDINERET MED', 'coordinated-with'],
    ['Er koordineret med', 'coordinated-with'],
    ['Bilagsliste', 'attachments'],
    ['Beslutningspunkter', 'recommendation'],
  ])('%s is the section %s', (heading, key) => {
    expect(plain(read([p(heading), p('-')]))).toEqual({ [key]: '-' });
  });

  it.each([
    ['capitals and a colon', [p('RESSOURCER: Ingen.')], 'Ingen.'],
    ['bold and a colon', [p(bold('Ressourcer:'), ' Ingen.')], 'Ingen.'],
    ['bold, and a colon that is not', [p(bold('Ressourcer'), ': Ingen.')], 'Ingen.'],
    ['capitals and a line break', [p('RESSOURCER\nIngen.\nSlet ingen.')], 'Ingen.\nSlet ingen.'],
    ['a table beside the text', [row([bold('Ressourcer'), 'Ingen.'], true)], 'Ingen.'],
    ['a table over the text', [row(['RESSOURCER\nIngen.\nSlet ingen.'], true)], 'Ingen.\n\nSlet ingen.'],
  ])('stand with %s before their text', (_, lines, text) => {
    expect(plain(read([p('INDLEDNING'), p('Først.'), ...lines]))).toEqual({
      introduction: 'Først.',
      resources: text,
    });
  });

  it.each<[string, readonly PaperLine[]]>([
    ['a word in a sentence', [p('Ressourcer er der ingen af.')]],
    ['a name and a colon in a text', [p('Ressourcer: der er ingen.')]],
    ['an entry of a list', [item('Ressourcer')]],
    ['a bilag with its number', [p('Bilag 1: Budget')]],
    ['a cell of a table of three', [row(['RESSOURCER', 'a', 'b'], true)]],
    ['a small letter', [p('ressourcer')]],
  ])('are not taken for %s', (_, lines) => {
    expect(Object.keys(read([p('INDLEDNING'), p('Først.'), ...lines]).sections)).toEqual(['introduction']);
  });

  it('are those of the template alone', () => {
    const lines = [
      h('Resume'),
      p('Kort.'),
      h('Baggrund og formål'),
      p('Derfor.'),
      h('Indledning'),
      p('Først.'),
    ];
    expect(plain(read(lines, council))).toEqual({ summary: 'Kort.', background: 'Derfor.' });
    expect(plain(read(lines, coverNote))).toEqual({ summary: 'Kort.', background: 'Derfor.' });
    expect(plain(read(lines))).toEqual({ introduction: 'Først.' });
  });

  it('are what the body calls the sections, and what they are called elsewhere', () => {
    const named = (heading: string) => ({ heading, off: false });
    const own = {
      raadmand: { statement: named('Hvad sagen drejer sig om:'), communication: named('Resume') },
      'cover-note': { background: named('Formål'), summary: named('Baggrund') },
    };
    const lines = [h('HVAD SAGEN DREJER SIG OM'), p('Sagen.'), h('Resume'), p('Kort.')];
    expect(plain(read(lines, templateFor(own, 'raadmand', {})))).toEqual({
      ...{ statement: 'Sagen.', communication: 'Kort.' },
    });
    const usual = [h('Sagsfremstilling'), p('Sagen.'), h('Kommunikation'), p('Kort.')];
    expect(plain(read(usual, templateFor(own, 'raadmand', {})))).toEqual({
      ...{ statement: 'Sagen.', communication: 'Kort.' },
    });
    const turned = [h('Formål'), p('Derfor.'), h('Baggrund'), p('Kort.')];
    expect(plain(read(turned, templateFor(own, 'cover-note', {})))).toEqual({
      ...{ background: 'Derfor.', summary: 'Kort.' },
    });
  });

  it('below those of the sections belong to the text, and keep their levels', () => {
    const { sections, leftovers } = read([
      ...[h('Sagsfremstilling'), p('Først.'), h('Økonomi', 3), p('Dyrt.'), h('Tal', 4), h('Bilag', 3)],
      ...[p('Se dem.'), h('Bilag'), p('-')],
    ]);
    expect(sections.statement).toMatchObject([
      { type: 'paragraph' },
      { type: 'heading', level: 1 },
      { type: 'paragraph' },
      { type: 'heading', level: 2 },
    ]);
    // What is named after a section is taken for it where that is not there yet.
    expect(plainText(sections.attachments ?? [])).toBe('Se dem.');
    expect(leftovers).toEqual([{ where: 'heading', heading: 'Bilag', text: '-' }]);
  });

  it.each([
    ['a heading below it', h('Bilag', 3)],
    ['a line in capitals', p('BILAG')],
  ])('that stand already are words of the text as %s', (_, again) => {
    const lines = [h('Bilag'), p('-'), h('Sagsfremstilling'), p('Først.'), again, p('Se dem.')];
    expect(plain(read(lines)).statement).toMatch(/^Først\.\n\nbilag\n\nSe dem\.$/i);
    expect(left(read(lines))).toEqual([]);
  });

  it('INDSTILLING over the title says what the paper is, where the section comes below', () => {
    const paper = read([
      p('INDSTILLING'),
      p(bold('Åbningstider')),
      p('INDLEDNING'),
      p('Først.'),
      p('INDSTILLING'),
      p('at ja'),
    ]);
    expect(paper.title).toBe('Åbningstider');
    expect(plain(paper)).toEqual({ introduction: 'Først.', recommendation: '1. at ja' });
    expect(plain(read([p('INDSTILLING'), p('at ja'), p('INDLEDNING'), p('Først.')]))).toEqual({
      ...{ recommendation: '1. at ja', introduction: 'Først.' },
    });
  });
});

describe('what is left over of an indstilling on paper', () => {
  it('is all of it where no heading is known', () => {
    const paper = read([p('Kære alle'), item('Husk kage', 'number'), row(['År', 'Antal'], true)]);
    expect(paper.sections).toEqual({});
    expect(left(paper)).toEqual(['head: Kære alle\n– Husk kage\nÅr\tAntal']);
  });

  it.each([
    ['a style', [h('Indledning'), p('Først.'), h('Økonomi'), p('Dyrt.'), p('Meget.'), h('Bilag'), p('-')]],
    ['capitals', [p('INDLEDNING'), p('Først.'), p('ØKONOMI'), p('Dyrt.'), p('Meget.'), p('BILAG'), p('-')]],
  ])('is what stands under an unknown heading told by %s', (_, lines) => {
    const paper = read(lines);
    expect(plain(paper)).toEqual({ introduction: 'Først.', attachments: '-' });
    expect(left(paper)).toEqual([expect.stringMatching(/^heading økonomi: Dyrt\.\nMeget\.$/i)]);
  });

  it.each(['HUSK', '[NAVN]', 'XX', 'MSB', 'DET ER SIKKERT.'])(
    'is not %s, which stays in its text',
    (text) => {
      expect(plain(read([p('INDLEDNING'), p(text)]))).toEqual({ introduction: text });
    },
  );

  it('is a section that stands there once more', () => {
    const paper = read([h('Bilag'), p('Budget'), h('Indledning'), p('Først.'), h('Bilag'), p('Plan')]);
    expect(plain(paper)).toEqual({ attachments: 'Budget', introduction: 'Først.' });
    expect(left(paper)).toEqual(['heading Bilag: Plan']);
  });

  it('is what stands beside the text, without the words around page numbers', () => {
    const asides = {
      comments: ['Er det rigtigt?'],
      notes: ['Jf. loven'],
      margins: ['Side af', 'UDKAST', 'Fortroligt'],
    };
    expect(left(read([h('Indledning'), p('Først.')], raadmand, asides))).toEqual([
      ...['comment: Er det rigtigt?', 'note: Jf. loven', 'margin: Fortroligt'],
    ]);
  });

  it('is a heading that nothing stands under', () => {
    expect(left(read([h('Indledning'), p('Først.'), h('Økonomi')]))).toEqual(['heading Økonomi: ']);
  });
});

describe('the title and facts of an indstilling on paper', () => {
  const facts = (lines: readonly PaperLine[], margins: readonly string[] = []) => {
    const paper = read(lines, raadmand, { comments: [], notes: [], margins });
    return { title: paper.title, ...paper.facts, left: left(paper) };
  };

  it.each<[string, readonly PaperLine[], string | null]>([
    ['by its style', [p('Til rådmanden'), styled('title', 'Åbningstider')], 'Åbningstider'],
    ['by a heading', [p('Til rådmanden'), h('Åbningstider', 1)], 'Åbningstider'],
    ['in bold', [p('Til rådmanden'), p(bold('Åbningstider'))], 'Åbningstider'],
    ['as the only line', [p('Åbningstider')], 'Åbningstider'],
    ['nowhere for certain', [p('Til rådmanden'), p('Åbningstider')], null],
    ['nowhere', [], null],
  ])('have the title %s', (_, lines, title) => {
    expect(facts([...lines, h('Indledning'), p('Først.')]).title).toBe(title);
  });

  it('are read from the line over the title, wherever it stands', () => {
    const lead = 'Rådmandsmøde 14. januar 2025 – 10 minutter';
    const expected = {
      minutes: 10,
      meeting: 'Rådmandsmøde 14. januar 2025',
      title: 'Åbningstider',
      left: [],
    };
    const below = [h('Åbningstider', 1), h('Indledning'), p('Først.')];
    expect(facts([p(lead), ...below])).toMatchObject(expected);
    expect(facts(below, [lead, 'side af'])).toMatchObject(expected);
  });

  it.each([
    ['Rådmandsmøde 14. januar 2025', null, 'Rådmandsmøde 14. januar 2025'],
    ['Møde i Udvalg 5 – 15 minutter', 15, 'Møde i Udvalg 5'],
    ['Social- og Beskæftigelsesudvalgsmøde - 5 min.', 5, 'Social- og Beskæftigelsesudvalgsmøde'],
    ['Fortroligt', null, null],
  ])('name the meeting in the margin %s', (margin, minutes, meeting) => {
    expect(facts([h('Åbningstider', 1), h('Indledning'), p('Først.')], [margin])).toMatchObject({
      minutes,
      meeting,
    });
  });

  it('are read from the closing lines', () => {
    const said = {
      unit: 'Job og Aktivering',
      month: 'november 2024',
      name: 'Per Prøve',
      phone: '99 99 10 42',
    };
    const lines = ['Job og Aktivering', 'november 2024', 'Sagsbehandler: Per Prøve', 'Tlf.: 99 99 10 42'];
    expect(facts([h('Bilag'), p('-'), ...lines.map((text) => styled('closing', text))])).toMatchObject(said);
    expect(facts([h('Bilag'), item('Budget'), p(''), ...lines.map((text) => p(text))])).toMatchObject(said);
    expect(plain(read([h('Bilag'), item('Budget'), p(''), ...lines.map((text) => p(text))]))).toEqual({
      attachments: '• Budget',
    });
  });

  it('are read from a table over the text, and leave what is no fact', () => {
    const lines = [row(['Sagsnummer', 'EMN-2024-034734'], true), row(['Kopi til', 'Ida']), h('Plan', 1)];
    expect(facts([...lines, h('Indledning')])).toMatchObject({
      ...{ caseNumber: 'EMN-2024-034734', title: 'Plan', left: ['head: Kopi til\tIda'] },
    });
  });

  it('leave what a template asks for and nobody filled in', () => {
    expect(
      facts([h('Bilag'), p('-'), p(''), p('Sagsbehandler: [Navn]'), p('[November 2024]')]),
    ).toMatchObject({
      ...{ name: null, month: 'November 2024', left: ['closing: Sagsbehandler: [Navn]'] },
    });
  });

  it('are not looked for in a text that names a telephone', () => {
    const texts = [`Telefon: ring ${'langt '.repeat(40)}`, 'Og mere.'];
    expect(plain(read([h('Indledning'), ...texts.map((text) => p(text))]))).toEqual({
      introduction: texts.map((text) => text.trim()).join('\n\n'),
    });
  });
});

describe('the recommendation of an indstilling on paper', () => {
  const recommended = (...lines: readonly PaperLine[]) =>
    read([h('Indstilling'), ...lines]).sections.recommendation;
  const LEAD = { type: 'paragraph', content: [{ text: 'Det indstilles,' }] };
  const listed = (...items: readonly string[]) => ({
    ...{ type: 'numbered-list', items: items.map((text) => ({ content: [{ text }] })) },
  });

  it.each<[string, readonly PaperLine[]]>([
    ['numbers', [p('Det indstilles,'), item('at A', 'number'), item('at B', 'number')]],
    ['bullets', [p('Det indstilles,'), item('at A'), item('at B')]],
    ['lines of their own', [p('Det indstilles,'), p('at A'), p('at B')]],
    ['lines numbered by hand', [p('Det indstilles,'), p('1) at A'), p('2) at B')]],
    ['lines of one paragraph', [p('Det indstilles,\nat A\n- at B')]],
    ['one sentence', [p('Det indstilles, at A; at B.')]],
  ])('is a list, from %s', (_, lines) => {
    expect(recommended(...lines)).toEqual([LEAD, listed('at A', 'at B')]);
  });

  it('keeps looks, links and what stands after it', () => {
    expect(recommended(p('at rådmanden ', bold('godkender'), ' ', link), p('Det haster.'))).toEqual([
      {
        type: 'numbered-list',
        items: [{ content: [{ text: 'at rådmanden ' }, bold('godkender'), { text: ' ' }, link] }],
      },
      { type: 'paragraph', content: [{ text: 'Det haster.' }] },
    ]);
  });

  it.each([
    ['has no "at"', p('Forslaget godkendes.')],
    ['is one sentence with a link', p('Det indstilles, at A ', link)],
    ['says none', p('-')],
  ])('stays as it is where it %s', (_, line) => {
    expect(recommended(line)).toEqual([
      { type: 'paragraph', content: line.kind === 'row' ? [] : line.content },
    ]);
  });
});
