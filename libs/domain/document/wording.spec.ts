import { describe, expect, it } from '@jest/globals';
import { indstilling, text } from '../../../test/builders/documents.js';
import { linesOf } from '../../../test/builders/model-lines.js';
import { indstillingLead } from './document.text.js';
import { meetingName } from './meeting-name.js';
import { fileNameFor } from './file-name.js';
import { indstillingModel } from './indstilling-model.js';
import { printableLine, printableText } from './printable.js';
import type { IndstillingSource } from './sources.js';

describe('what a meeting is called', () => {
  it.each([
    ['Rådmandsmøde', 'Rådmandsmøde'],
    ['Social- og Beskæftigelsesudvalget', 'Social- og Beskæftigelsesudvalgsmøde'],
    ['Kulturudvalg', 'Kulturudvalgsmøde'],
    ['Byrådet', 'Byrådsmøde'],
    ['Ældrerådet', 'Ældrerådsmøde'],
    ['Direktionen', 'Direktionsmøde'],
    ['Magistraten', 'Magistratsmøde'],
    ['MED-systemet', 'Møde i MED-systemet'],
  ])('%s holds a %s', (body, name) => {
    expect(meetingName(body)).toBe(name);
  });

  it.each([
    ['Byrådet', 'Ekstraordinært byrådsmøde'],
    ['Rådmandsmøde', 'Ekstraordinært rådmandsmøde'],
    ['Social- og Beskæftigelsesudvalget', 'Ekstraordinært møde i Social- og Beskæftigelsesudvalget'],
    ['MSB-direktionen', 'Ekstraordinært møde i MSB-direktionen'],
    ['MSB-møde', 'Ekstraordinært MSB-møde'],
  ])('%s holds, when it is extraordinary, an %s', (body, name) => {
    expect(meetingName(body, true)).toBe(name);
  });
});

describe('a line as printed', () => {
  it.each([
    [null, null],
    ['', null],
    [' . ', null],
    ['...', null],
    ['-', '-'],
    ['[November 2024]', 'November 2024'],
    ['[]', null],
    ['se [1] og [2]', 'se [1] og [2]'],
    [' to\n linjer ', 'to linjer'],
  ])('%j is %j', (written, printed) => {
    expect(printableLine(written)).toBe(printed);
  });
});

describe('a text as printed', () => {
  it('has no empty blocks, items or headings', () => {
    const said = printableText([
      { type: 'heading', level: 1, content: [{ text: 'Tom' }] },
      { type: 'heading', level: 1, content: [{ text: 'Fuld' }] },
      { type: 'heading', level: 2, content: [{ text: 'Under' }] },
      { type: 'paragraph', content: [{ text: ' . ' }] },
      { type: 'bullet-list', items: [{ content: [{ text: '' }] }, { content: [{ text: 'Et' }] }] },
      { type: 'numbered-list', items: [] },
      { type: 'table', header: true, rows: [[{ content: [] }]] },
      { type: 'heading', level: 1, content: [{ text: 'Sidst' }] },
    ]);
    expect(said.map((block) => block.type)).toEqual(['heading', 'heading', 'bullet-list']);
  });
});

describe('the line over an indstilling', () => {
  it.each([
    ['Rådmandsmøde', '2025-01-14', 10, 'Rådmandsmøde 14. januar 2025 – 10 minutter'],
    ['Rådmandsmøde', null, 1, 'Rådmandsmøde – 1 minut'],
    [null, null, 10, '10 minutter'],
    [null, null, null, null],
  ])('of %s, %s, %s minutes is %s', (body, date, minutes, line) => {
    expect(indstillingLead(body, date, minutes)).toBe(line);
  });
});

describe('the name of a file', () => {
  const facts = {
    kind: 'agenda',
    about: 'Rådmandsmøde',
    date: '2025-01-14',
    isDraft: false,
    holdsClosed: false,
  } as const;
  it.each([
    [facts, 'Dagsorden - Rådmandsmøde - 2025-01-14.docx'],
    [{ ...facts, isDraft: true }, 'Udkast til dagsorden - Rådmandsmøde - 2025-01-14.docx'],
    [{ ...facts, holdsClosed: true }, 'Dagsorden med lukkede punkter - Rådmandsmøde - 2025-01-14.docx'],
    [{ ...facts, kind: 'minutes' as const, date: null }, 'Referat - Rådmandsmøde.docx'],
    [{ ...facts, about: ' ../a\\b:c*?"<>|\u0007\u202e. ' }, 'Dagsorden - a b c - 2025-01-14.docx'],
    [{ ...facts, about: null, date: null }, 'Dagsorden.docx'],
  ])('of %j', (given, name) => {
    expect(fileNameFor(given)).toBe(name);
  });

  it('stays short', () => {
    expect(fileNameFor({ ...facts, about: 'æ'.repeat(500) }).length).toBeLessThan(130);
  });
});

describe('an indstilling', () => {
  const lines = (source: IndstillingSource): string[] => {
    const outcome = indstillingModel(source, 'all');
    return outcome.ok ? linesOf(outcome.value) : [outcome.refusal.code];
  };

  it('prints its sections in order under capital headings, with a deliberate "-", and ends with who wrote it', () => {
    const printed = lines(indstilling);
    expect(printed.filter((line) => line.startsWith('## '))).toEqual([
      '## INDLEDNING',
      '## INDSTILLING',
      '## SAGSFREMSTILLING',
      '## RESSOURCER',
      '## KOMMUNIKATION',
      '## VIDERE PROCES',
      '## KOORDINERET MED',
      '## BILAG',
    ]);
    expect(printed[printed.indexOf('## RESSOURCER') + 1]).toBe('-');
    expect(printed.slice(-8)).toEqual([
      '- Nuværende og nye mål',
      '- Sammenhæng mellem mål og rammer',
      '- Målhierarki',
      'Plan og Økonomi',
      'Februar 2031',
      'Sagsbehandler: Gudrun Holt',
      'Tlf.: 12 34 56 90',
      'E-post: guho@lerbaek.example',
    ]);
  });

  it('leaves out sections that say nothing', () => {
    const sections = [
      { key: 'introduction', heading: 'Indledning', text: text('.') },
      { key: 'resources', heading: 'Ressourcer', text: [] },
      { key: 'attachments', heading: 'Bilag', text: [] },
    ];
    expect(lines({ ...indstilling, sections, attachments: [] }).slice(0, 2)).toEqual([
      '# Mål for kulturområdet i budget 2032',
      'Plan og Økonomi',
    ]);
  });

  it('lists its attachments even where the template has no section for them', () => {
    const printed = lines({ ...indstilling, sections: [] });
    expect(printed.slice(1, 3)).toEqual(['## BILAG', '- Nuværende og nye mål']);
  });

  it('that is closed is refused the open audience, and closed attachments are not named to it', () => {
    expect(indstillingModel({ ...indstilling, visibility: 'closed' }, 'open')).toMatchObject({
      refusal: { code: 'not-for-this-audience' },
    });
    const source: IndstillingSource = {
      ...indstilling,
      sections: [{ key: 'attachments', heading: 'BILAG', text: text('Bilag 1: HEMMELIGT') }],
      attachments: [{ title: 'HEMMELIGT', position: 1, visibility: 'closed' }],
    };
    expect(JSON.stringify(indstillingModel(source, 'open'))).not.toMatch(/HEMMELIGT/);
  });

  it.each<[string, IndstillingSource['attachments']]>([
    ['one that is closed', [{ title: 'HEMMELIGT', position: 1, visibility: 'closed' }]],
    ['none', []],
  ])('prints for the open audience the same with %s as with no attachment', (_, attachments) => {
    const section = (words: string) => [{ key: 'attachments', heading: 'BILAG', text: text(words) }];
    const none = { ...indstilling, sections: section('-'), attachments: [] };
    const source = { ...indstilling, sections: section('Bilag 1: HEMMELIGT'), attachments };
    expect(indstillingModel(source, 'open')).toEqual(indstillingModel(none, 'open'));
    expect(JSON.stringify(indstillingModel(source, 'open'))).toContain('BILAG');
  });
});
