import type { Inline } from '../../domain/text/index.js';
import { FIELD_NAME_STYLE } from '../origin.js';
import { escapeXml, isPlain } from './xml.js';

const FIELD_NAME = `<w:rStyle w:val="${FIELD_NAME_STYLE.id}"/>`;

/** Run properties, in the order the schema wants them; `label` and `lead` name a field, which is how it is known again. */
const MARKS = {
  plain: '',
  bold: '<w:rPr><w:b/><w:bCs/></w:rPr>',
  italic: '<w:rPr><w:i/><w:iCs/></w:rPr>',
  both: '<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>',
  label: `<w:rPr>${FIELD_NAME}<w:b/><w:bCs/></w:rPr>`,
  lead: `<w:rPr>${FIELD_NAME}</w:rPr>`,
} as const;

export type Mark = keyof typeof MARKS;

const BREAKS = /\r\n?|[\n\t]/;

/** A run of text; line breaks and tabs become elements of their own. */
export function run(text: string, mark: Mark = 'plain', properties: string = MARKS[mark]): string {
  if (isPlain(text)) return `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const pieces = text.split(/(\r\n?|[\n\t])/).map((piece) => {
    if (piece === '') return '';
    if (piece === '\t') return '<w:tab/>';
    return BREAKS.test(piece) ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
  });
  return `<w:r>${properties}${pieces.join('')}</w:r>`;
}

/** Gives a link address the id of its relationship. */
export type LinkIds = (address: string) => string;

const LINK_STYLE = '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>';
const SAFE_LINK = /^(https?:\/\/|mailto:)/i;

/** Inline text as runs; only http, https and mailto addresses become links. */
export function runs(content: readonly Inline[], linkId: LinkIds): string {
  let xml = '';
  for (const { text, bold, italic, link } of content) {
    if (link !== undefined && SAFE_LINK.test(link)) {
      xml += `<w:hyperlink r:id="${linkId(link)}">${run(text, 'plain', LINK_STYLE)}</w:hyperlink>`;
    } else {
      xml += run(text, bold ? (italic ? 'both' : 'bold') : italic ? 'italic' : 'plain');
    }
  }
  return xml;
}

/** A field Word fills in, with what stands there until it does. */
export function field(instruction: 'PAGE' | 'NUMPAGES', until: string): string {
  return `<w:fldSimple w:instr=" ${instruction} ">${run(until)}</w:fldSimple>`;
}

/** A paragraph; `properties` are further paragraph properties in the order of the schema. */
export function paragraph(style: string | null, content: string, properties = ''): string {
  const styled = style === null ? properties : `<w:pStyle w:val="${style}"/>${properties}`;
  return styled === '' ? `<w:p>${content}</w:p>` : `<w:p><w:pPr>${styled}</w:pPr>${content}</w:p>`;
}
