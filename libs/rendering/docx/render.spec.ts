import { describe, expect, it } from '@jest/globals';
import { all, parseXml, partsOf, styleOf, textOf } from '../../../test/builders/docx-file.js';
import type { Element } from '../../../test/builders/docx-file.js';
import {
  agendaPoint,
  indstilling,
  raadmandMinutes,
  udvalgAgenda,
  withTable,
} from '../../../test/builders/documents.js';
import type { Audience } from '../../domain/agenda/index.js';
import { agendaModel, indstillingModel, minutesModel } from '../../domain/document/index.js';
import type { DocumentModel } from '../../domain/document/index.js';
import type { Outcome } from '../../domain/outcome.js';
import { packageDocument, packagePoint } from '../../../test/builders/package-document.js';
import { renderDocument, renderPackageDocument } from './index.js';

function bytesOf(outcome: Outcome<DocumentModel>): Uint8Array {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return renderDocument(outcome.value);
}

const agenda = (audience: Audience): Uint8Array => bytesOf(agendaModel(udvalgAgenda, audience));
const minutes = (audience: Audience): Uint8Array => bytesOf(minutesModel(raadmandMinutes, audience));
const part = (bytes: Uint8Array, name: string): Element => parseXml(partsOf(bytes)[name] ?? '');
const body = (bytes: Uint8Array): Element => part(bytes, 'word/document.xml');
const paragraphs = (bytes: Uint8Array): string[] =>
  all(body(bytes), 'w:p').map((paragraph) => `${styleOf(paragraph)}: ${textOf(paragraph)}`);

describe('a DOCX file', () => {
  it.each([
    ['agenda', () => agenda('all')],
    ['minutes', () => minutes('all')],
    ['indstilling', () => bytesOf(indstillingModel(indstilling, 'all'))],
  ])('of an %s has well-formed parts, every one of them declared and every relationship there', (_, make) => {
    const parts = partsOf(make());
    for (const xml of Object.values(parts)) expect(() => parseXml(xml)).not.toThrow();
    const types = all(parseXml(parts['[Content_Types].xml'] ?? ''), 'Override').map(
      (one) => one.attributes.PartName,
    );
    const named = Object.keys(parts).filter(
      (name) => !name.endsWith('.rels') && name !== '[Content_Types].xml',
    );
    expect([...types].sort()).toEqual(named.map((name) => `/${name}`).sort());
    const relationships = all(parseXml(parts['word/_rels/document.xml.rels'] ?? ''), 'Relationship');
    const inside = relationships.filter((one) => one.attributes.TargetMode !== 'External');
    for (const one of inside) expect(parts).toHaveProperty([`word/${one.attributes.Target ?? ''}`]);
    const ids = new Set(relationships.map((one) => one.attributes.Id));
    const used = (parts['word/document.xml'] ?? '').matchAll(/r:id="([^"]+)"/g);
    for (const [, id] of used) expect(ids).toContain(id);
  });

  it('has the same bytes every time', () => {
    expect(Buffer.compare(agenda('all'), agenda('all'))).toBe(0);
  });

  it('has the same bytes in every time zone', () => {
    const before = process.env.TZ;
    const here = minutes('all');
    process.env.TZ = 'Pacific/Auckland';
    const there = minutes('all');
    process.env.TZ = before;
    expect(Buffer.compare(here, there)).toBe(0);
  });

  it('keeps its parts in order, the list of types first', () => {
    expect(Object.keys(partsOf(agenda('open'))).slice(0, 3)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
    ]);
  });
});

describe('what Word is told of a document', () => {
  it('is that it is Danish', () => {
    const lang = all(part(agenda('open'), 'word/styles.xml'), 'w:lang')[0];
    expect(lang?.attributes['w:val']).toBe('da-DK');
  });

  it('is its title, subject and who it is by, and no person and no date', () => {
    const core = part(agenda('open'), 'docProps/core.xml');
    expect(core.children.map((one) => [one.name, one.text])).toEqual([
      ['dc:title', 'Dagsorden – Kultur- og Fritidsudvalgsmøde 12. marts 2031'],
      ['dc:subject', 'Kultur- og Fritidsudvalgsmøde'],
      ['dc:creator', 'Kultur og Fællesskab'],
      ['dc:language', 'da-DK'],
    ]);
  });

  it('is the outline level of every heading style, which keeps with what follows', () => {
    const styles = all(part(agenda('open'), 'word/styles.xml'), 'w:style');
    for (const level of [1, 2, 3, 4, 5, 6]) {
      const style = styles.find((one) => one.attributes['w:styleId'] === `Heading${level}`);
      expect(style && all(style, 'w:outlineLvl')[0]?.attributes['w:val']).toBe(String(level - 1));
      expect(style && all(style, 'w:keepNext')).toHaveLength(1);
    }
  });

  it('is a style for every paragraph and table that it uses', () => {
    const bytes = bytesOf(minutesModel(raadmandMinutes, 'all'));
    const known = new Set(
      all(part(bytes, 'word/styles.xml'), 'w:style').map((one) => one.attributes['w:styleId']),
    );
    for (const bytesOfOne of [bytes, agenda('all'), bytesOf(indstillingModel(indstilling, 'all'))]) {
      for (const [name, xml] of Object.entries(partsOf(bytesOfOne))) {
        if (!name.startsWith('word/')) continue;
        for (const [, id] of xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g))
          expect(known).toContain(id);
      }
    }
  });

  it('is the page number as fields', () => {
    const header = part(agenda('open'), 'word/header1.xml');
    expect(all(header, 'w:fldSimple').map((one) => one.attributes['w:instr'])).toEqual([
      ' PAGE ',
      ' NUMPAGES ',
    ]);
    expect(all(header, 'w:p').map(textOf)).toContain('Side 1 af 1');
  });
});

/** The order the schema (ECMA-376, part 1) wants properties in, as far as they are used; Word refuses other orders. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': [
    'pStyle',
    'keepNext',
    'keepLines',
    'framePr',
    'widowControl',
    'numPr',
    'pBdr',
    'tabs',
    'spacing',
    'ind',
  ].concat(['contextualSpacing', 'jc', 'outlineLvl', 'sectPr']),
  'w:rPr': ['rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'color', 'sz', 'szCs', 'u', 'lang'],
  'w:tblPr': ['tblStyle', 'tblW', 'tblInd', 'tblBorders', 'tblLayout', 'tblCellMar', 'tblLook', 'tblCaption'],
  'w:trPr': ['cantSplit', 'tblHeader'],
  'w:tcPr': ['tcW', 'shd'],
  'w:sectPr': ['headerReference', 'type', 'pgSz', 'pgMar', 'cols', 'titlePg'],
  'w:style': ['name', 'basedOn', 'next', 'qFormat', 'pPr', 'rPr', 'tblPr', 'tblStylePr'],
  'w:lvl': ['start', 'numFmt', 'lvlText', 'lvlJc', 'pPr'],
  'w:settings': [
    'zoom',
    'defaultTabStop',
    'characterSpacingControl',
    'compat',
    'themeFontLang',
    'decimalSymbol',
  ].concat('listSeparator'),
  'w:p': ['pPr', 'r', 'hyperlink', 'fldSimple'],
};

describe('the order of elements', () => {
  it('is that of the schema', () => {
    const files = [agenda('all'), minutes('all'), bytesOf(indstillingModel(indstilling, 'all'))];
    for (const xml of files.flatMap((bytes) => Object.values(partsOf(bytes)))) {
      const root = parseXml(xml);
      for (const [name, order] of Object.entries(ORDER)) {
        for (const element of [root, ...all(root, name)].filter((one) => one.name === name)) {
          const places = element.children.map((child) => order.indexOf(child.name.slice(2)));
          expect([name, ...places]).not.toContain(-1);
          if (name !== 'w:p') expect([...places].sort((a, b) => a - b)).toEqual(places);
        }
      }
    }
  });
});

describe('an imported package', () => {
  const document = packageDocument({ points: [packagePoint('3', { title: 'Bordet rundt' })] });

  it('is rendered as the kind asked for', () => {
    const outcome = renderPackageDocument('agenda', document, 'open');
    expect(outcome.ok && paragraphs(outcome.value).at(-1)).toBe('Heading2: Punkt 3: Bordet rundt');
  });

  it('is refused as an indstilling when it holds none', () => {
    expect(renderPackageDocument('indstilling', document, 'all')).toMatchObject({
      refusal: { code: 'no-indstilling' },
    });
  });
});

describe('the body of a document', () => {
  it('goes through the headings without leaving out a level', () => {
    for (const bytes of [agenda('all'), minutes('all'), bytesOf(indstillingModel(indstilling, 'all'))]) {
      const levels = paragraphs(bytes)
        .flatMap((line) => /^Heading(\d)/.exec(line)?.[1] ?? [])
        .map(Number);
      expect(levels[0]).toBe(1);
      levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
    }
  });

  it('puts the label of a field in bold before its text', () => {
    const field = all(body(agenda('open')), 'w:p').find((one) =>
      textOf(one).startsWith('Baggrund/formål: Dagsordenen'),
    );
    const bold = field && all(field, 'w:r').filter((run) => all(run, 'w:b').length > 0);
    expect(bold?.map(textOf)).toEqual(['Baggrund/formål: ']);
  });

  it('repeats the header row of a table on every page and keeps rows whole', () => {
    const tables = all(body(minutes('open')), 'w:tbl');
    const followUps = tables.at(-1);
    const rows = followUps ? all(followUps, 'w:tr') : [];
    expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, ...rows.slice(1).map(() => 0)]);
    expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
    expect(followUps && all(followUps, 'w:tblCaption')[0]?.attributes['w:val']).toBe('Opfølgning');
  });

  it('numbers every list from 1 with a list of its own, never by typing the numbers', () => {
    const bytes = agenda('open');
    const lists = all(body(bytes), 'w:p').filter((one) => styleOf(one) === 'ListNumber');
    const ids = new Set(lists.map((one) => all(one, 'w:numId')[0]?.attributes['w:val']));
    expect(ids.size).toBe(4);
    const nums = all(part(bytes, 'word/numbering.xml'), 'w:num');
    for (const id of ids) {
      const num = nums.find((one) => one.attributes['w:numId'] === id);
      expect(num && all(num, 'w:startOverride')[0]?.attributes['w:val']).toBe('1');
    }
  });

  it('fills short table rows, and gives a table without cells no table', () => {
    const purpose = [
      {
        type: 'table' as const,
        header: false,
        rows: [[{ content: [{ text: 'a' }] }], [{ content: [{ text: 'b' }] }, { content: [] }]],
      },
      { type: 'table' as const, header: false, rows: [[]] },
    ];
    const source = { ...udvalgAgenda, points: [agendaPoint('a', 1, { purpose })] };
    const tables = all(body(bytesOf(agendaModel(source, 'all'))), 'w:tbl').slice(1);
    expect(tables.map((table) => all(table, 'w:tr').map((row) => all(row, 'w:tc').length))).toEqual([[2, 2]]);
  });

  it('links only to addresses of the web and of mail', () => {
    const links = [
      'https://a.example/?x=1&y=2',
      'mailto:a@b.example',
      'javascript:alert(1)',
      'file:///etc/passwd',
    ];
    const purpose = [{ type: 'paragraph' as const, content: links.map((link) => ({ text: 'her', link })) }];
    const bytes = bytesOf(
      agendaModel({ ...udvalgAgenda, points: [agendaPoint('a', 1, { purpose })] }, 'all'),
    );
    const relationships = all(part(bytes, 'word/_rels/document.xml.rels'), 'Relationship');
    const external = relationships.filter((one) => one.attributes.TargetMode === 'External');
    expect(external.map((one) => one.attributes.Target)).toEqual(links.slice(0, 2));
    expect(all(body(bytes), 'w:hyperlink')).toHaveLength(2);
  });

  it('begins the closed part on a page of its own that says so', () => {
    const bytes = agenda('all');
    expect(all(body(bytes), 'w:sectPr')).toHaveLength(2);
    expect(all(part(bytes, 'word/header3.xml'), 'w:p').map(textOf)).toContain('LUKKET DAGSORDEN');
    expect(all(body(agenda('open')), 'w:sectPr')).toHaveLength(1);
  });

  it('sets tables, lists, bold text and inner headings of a text', () => {
    const lines = paragraphs(
      bytesOf(agendaModel({ ...udvalgAgenda, points: [agendaPoint('a', 1, { purpose: withTable })] }, 'all')),
    );
    expect(lines).toContain('ListBullet: bibliotekerne har fået flere besøg i weekenderne.');
    expect(lines).toContain('Tabelhoved: Område');
    expect(lines).toContain('Heading3: Hvad der sker nu');
  });
});

describe('a document for the open audience', () => {
  const CLOSED = /HEMMELIG|FORTIET|SKJULT|KLAUSUL|[Ll]ukket|LUKKET|fortrolig/;
  it.each([
    ['agenda', agenda],
    ['minutes', minutes],
  ])('holds no closed word in any part of the %s', (_, make) => {
    expect(Object.values(partsOf(make('all'))).join(' ')).toMatch(CLOSED);
    expect(Object.values(partsOf(make('open'))).join(' ')).not.toMatch(CLOSED);
  });

  it('is byte for byte the one of a meeting without closed points', () => {
    const points = udvalgAgenda.points
      .filter((one) => one.visibility === 'open')
      .map((one) => ({ ...one, attachments: one.attachments.filter((a) => a.visibility === 'open') }));
    const without = bytesOf(agendaModel({ ...udvalgAgenda, version: 1, points }, 'open'));
    expect(Buffer.compare(agenda('open'), without)).toBe(0);
  });
});
