import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLES =
  `<w:styles xmlns:w="${W}"><w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>` +
  '<w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style></w:styles>';
const NUMBERING =
  `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
  '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
const RELATIONS = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A relationship to something outside of a file: `hyperlink`, `image`, `attachedTemplate`. */
export const outside = (type: string, target: string): string =>
  RELATIONS(`<Relationship Id="rId1" Type="${R}/${type}" Target="${target}" TargetMode="External"/>`);

export const run = (text: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const heading = (text: string, level: 1 | 2 = 2): string =>
  paragraph(run(text), `<w:pStyle w:val="Overskrift${level}"/>`);
export const line = (text: string): string => paragraph(run(text));
export const item = (text: string): string =>
  paragraph(run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');

/** The body of a file nearly as long as an indstilling may be, of many runs that look otherwise than their neighbours. */
export function longBody(): readonly string[] {
  const word = (i: number, k: number): string =>
    run(String((i * 7919 + k * 104_729) % 99_991), k % 2 === 0 ? '' : '<w:b/>');
  return Array.from({ length: 18_000 }, (_, i) =>
    paragraph(Array.from({ length: 10 }, (_word, k) => word(i, k)).join('')),
  );
}

/** A Word file as a word processor saves it, of this body; more parts where they are given. */
export function wordFile(body: readonly string[], more: Readonly<Record<string, string>> = {}): Buffer {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body.join('')}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
    ...more,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}
