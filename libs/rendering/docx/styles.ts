import { FIELD_NAME_STYLE } from '../origin.js';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.js';

/** A style as WordprocessingML: properties in the order of the schema, lengths in twips, sizes in half points. */
interface Style {
  readonly type: 'paragraph' | 'character' | 'table';
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly isDefault?: true;
  /** Shown among the styles people pick from. */
  readonly isPicked?: true;
  readonly paragraph?: string;
  readonly run?: string;
  readonly table?: string;
}

const BOLD = '<w:b/><w:bCs/>';
const ITALIC = '<w:i/><w:iCs/>';
const KEEP = '<w:keepNext/><w:keepLines/>';
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const spacing = (before: number, after: number, line = 264): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;

/** Before and after in twips, size in half points, by heading level from 1. */
const HEADINGS = [
  { before: 0, after: 200, run: BOLD + size(32) },
  { before: 300, after: 100, run: BOLD + size(23) },
  { before: 240, after: 80, run: BOLD + size(21) },
  { before: 200, after: 60, run: BOLD + size(20) },
  { before: 160, after: 60, run: BOLD + ITALIC + size(20) },
  { before: 160, after: 60, run: ITALIC + size(20) },
] as const;

const headings: readonly Style[] = HEADINGS.map(({ before, after, run }, i) => ({
  type: 'paragraph',
  id: `Heading${i + 1}`,
  name: `heading ${i + 1}`,
  basedOn: 'Normal',
  next: 'Normal',
  isPicked: true,
  paragraph: `${KEEP}${spacing(before, after, 252)}<w:outlineLvl w:val="${i}"/>`,
  run,
}));

const LINE = 'w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"';
const CELL_MARGINS = (left: number, vertical: number): string =>
  `<w:tblCellMar><w:top w:w="${vertical}" w:type="dxa"/><w:left w:w="${left}" w:type="dxa"/>` +
  `<w:bottom w:w="${vertical}" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>`;

const STYLES: readonly Style[] = [
  { type: 'paragraph', id: 'Normal', name: 'Normal', isDefault: true, isPicked: true },
  { type: 'character', id: 'DefaultParagraphFont', name: 'Default Paragraph Font', isDefault: true },
  {
    type: 'table',
    id: 'TableNormal',
    name: 'Normal Table',
    isDefault: true,
    table: `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${CELL_MARGINS(100, 0)}</w:tblPr>`,
  },
  ...headings,
  {
    type: 'paragraph',
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    paragraph: spacing(0, 0, 252),
    run: size(18),
  },
  {
    type: 'paragraph',
    id: 'Brevhoved',
    name: 'Brevhoved',
    basedOn: 'Normal',
    paragraph: spacing(0, 0, 252),
    run: size(16),
  },
  { type: 'paragraph', id: 'BrevhovedEnhed', name: 'Brevhoved enhed', basedOn: 'Brevhoved', run: BOLD },
  {
    type: 'paragraph',
    id: 'Sidemaerke',
    name: 'Sidemærke',
    basedOn: 'Header',
    paragraph:
      '<w:pBdr><w:top w:val="single" w:sz="48" w:space="4" w:color="000000"/></w:pBdr>' +
      spacing(0, 240, 252),
    run: BOLD,
  },
  {
    type: 'paragraph',
    id: 'Bemaerkning',
    name: 'Bemærkning',
    basedOn: 'Normal',
    next: 'Normal',
    isPicked: true,
    run: ITALIC,
  },
  {
    type: 'paragraph',
    id: 'Feltnavn',
    name: 'Feltnavn',
    basedOn: 'Normal',
    next: 'Normal',
    isPicked: true,
    paragraph: KEEP + spacing(0, 40),
    run: BOLD,
  },
  {
    type: 'paragraph',
    id: 'Dagsordenkort',
    name: 'Dagsorden kort',
    basedOn: 'Normal',
    isPicked: true,
    paragraph:
      '<w:tabs><w:tab w:val="left" w:pos="510"/></w:tabs>' +
      `${spacing(0, 120)}<w:ind w:left="510" w:hanging="510"/><w:contextualSpacing/>`,
  },
  ...(['Bullet', 'Number'] as const).map((kind): Style => ({
    type: 'paragraph',
    id: `List${kind}`,
    name: `List ${kind}`,
    basedOn: 'Normal',
    isPicked: true,
    paragraph: `${spacing(0, 120)}<w:contextualSpacing/>`,
  })),
  {
    type: 'paragraph',
    id: 'Tabeltekst',
    name: 'Tabeltekst',
    basedOn: 'Normal',
    paragraph: spacing(0, 0, 252),
  },
  { type: 'paragraph', id: 'Tabelhoved', name: 'Tabelhoved', basedOn: 'Tabeltekst', run: BOLD },
  {
    type: 'paragraph',
    id: 'Mellemrum',
    name: 'Mellemrum',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="140" w:lineRule="exact"/>',
    run: size(8),
  },
  {
    type: 'paragraph',
    id: 'Afslutning',
    name: 'Afslutning',
    basedOn: 'Normal',
    paragraph: `<w:keepLines/>${spacing(400, 0)}<w:contextualSpacing/>`,
  },
  {
    type: 'character',
    ...FIELD_NAME_STYLE,
  },
  {
    type: 'character',
    id: 'Hyperlink',
    name: 'Hyperlink',
    run: '<w:color w:val="0B4F9E"/><w:u w:val="single"/>',
  },
  {
    type: 'table',
    id: 'Fakta',
    name: 'Fakta',
    basedOn: 'TableNormal',
    table: `<w:tblPr>${CELL_MARGINS(0, 20)}</w:tblPr>`,
  },
  {
    type: 'table',
    id: 'Tabel',
    name: 'Tabel',
    basedOn: 'TableNormal',
    table:
      '<w:tblPr><w:tblBorders>' +
      `<w:top ${LINE}/><w:left ${LINE}/><w:bottom ${LINE}/><w:right ${LINE}/><w:insideH ${LINE}/><w:insideV ${LINE}/>` +
      `</w:tblBorders>${CELL_MARGINS(100, 40)}</w:tblPr>` +
      '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr>',
  },
];

function styleXml(style: Style): string {
  const custom =
    /^(Brevhoved|Sidemaerke|Bemaerkning|Felt|Dagsordenkort|Tabel|Mellemrum|Afslutning|Fakta)/.test(style.id);
  return (
    `<w:style w:type="${style.type}"${style.isDefault ? ' w:default="1"' : ''}${custom ? ' w:customStyle="1"' : ''} w:styleId="${style.id}">` +
    `<w:name w:val="${style.name}"/>` +
    (style.basedOn === undefined ? '' : `<w:basedOn w:val="${style.basedOn}"/>`) +
    (style.next === undefined ? '' : `<w:next w:val="${style.next}"/>`) +
    (style.isPicked ? '<w:qFormat/>' : '') +
    (style.paragraph === undefined ? '' : `<w:pPr>${style.paragraph}</w:pPr>`) +
    (style.run === undefined ? '' : `<w:rPr>${style.run}</w:rPr>`) +
    (style.table ?? '') +
    '</w:style>'
  );
}

const FONT = 'Arial';

/** The styles part: one typeface, Danish as the language, widow control everywhere. */
export const STYLES_XML =
  `${XML_DECLARATION}<w:styles ${WORD_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>` +
  `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>${size(20)}` +
  '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>' +
  `<w:widowControl/>${spacing(0, 120)}</w:pPr></w:pPrDefault></w:docDefaults>` +
  `${STYLES.map(styleXml).join('')}</w:styles>`;
