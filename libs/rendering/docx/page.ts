import type { DocumentModel, LetterheadGroup, PageHead } from '../../domain/document/index.js';
import { field, paragraph, run } from './runs.js';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.js';

/** The page, A4, in twips: with a letterhead the right-hand column is kept for it, as on the department's paper. */
const PAGE = { width: 11906, height: 16838 } as const;
const COLUMN = { x: 8700, width: 2720, headY: 850, letterheadY: 1900 } as const;

interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const WITH_COLUMN: Margins = { top: 1134, right: 3515, bottom: 1134, left: 1134 };
const PLAIN: Margins = { top: 1304, right: 1247, bottom: 1247, left: 1247 };

function marginsOf(model: DocumentModel): Margins {
  return model.letterhead.length > 0 ? WITH_COLUMN : PLAIN;
}

/** The width of the text in twips. */
export function textWidth(model: DocumentModel): number {
  const { left, right } = marginsOf(model);
  return PAGE.width - left - right;
}

/** The ids of the headers a part of the document uses. */
export interface HeaderIds {
  readonly first: string | null;
  readonly normal: string;
}

/** The page settings of one part; a part after the first begins on a new page. */
export function sectionProperties(model: DocumentModel, headers: HeaderIds): string {
  const { top, right, bottom, left } = marginsOf(model);
  const first = headers.first === null ? '' : `<w:headerReference w:type="first" r:id="${headers.first}"/>`;
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="${headers.normal}"/>${first}<w:type w:val="nextPage"/>` +
    `<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}"` +
    ` w:left="${left}" w:header="624" w:footer="567" w:gutter="0"/><w:cols w:space="708"/>` +
    `${headers.first === null ? '' : '<w:titlePg/>'}</w:sectPr>`
  );
}

function frame(y: number): string {
  return (
    `<w:framePr w:w="${COLUMN.width}" w:hSpace="142" w:wrap="around" w:vAnchor="page" w:hAnchor="page"` +
    ` w:x="${COLUMN.x}" w:y="${y}"/>`
  );
}

/** Date, mark and page number; in the column where there is one, else to the right. */
function pageHeadXml({ lines, mark, page }: PageHead, place: string): string {
  const number = `${run(`${page.before} `)}${field('PAGE', '1')}${run(` ${page.between} `)}${field('NUMPAGES', '1')}`;
  return [
    ...(mark === null ? [] : [run(mark.toLocaleUpperCase('da-DK'), 'bold')]),
    ...lines.map((line) => run(line)),
    number,
  ]
    .map((content) =>
      place === ''
        ? paragraph('Header', content, '<w:jc w:val="right"/>')
        : paragraph('Header', content, place),
    )
    .join('');
}

function letterheadXml(groups: readonly LetterheadGroup[]): string {
  const place = frame(COLUMN.letterheadY);
  return groups
    .map(({ kind, lines }, i) => {
      const style = kind === 'unit' ? 'BrevhovedEnhed' : 'Brevhoved';
      const gap = i === 0 || groups[i - 1]?.kind === 'unit' ? '' : paragraph('Brevhoved', '', place);
      return gap + lines.map((line) => paragraph(style, run(line), place)).join('');
    })
    .join('');
}

/** The header part of a page: its head, on the first page the letterhead, and the mark of a closed part. */
export function headerXml(model: DocumentModel, withLetterhead: boolean, mark: string | null): string {
  const hasColumn = model.letterhead.length > 0;
  const content = [
    pageHeadXml(model.pageHead, hasColumn ? frame(COLUMN.headY) : ''),
    withLetterhead ? letterheadXml(model.letterhead) : '',
    mark === null
      ? hasColumn
        ? paragraph('Header', '')
        : ''
      : paragraph('Sidemaerke', run(mark.toLocaleUpperCase('da-DK'))),
  ];
  return `${XML_DECLARATION}<w:hdr ${WORD_NAMESPACES}>${content.join('')}</w:hdr>`;
}
