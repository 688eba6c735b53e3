/**
 * Anything but the characters that can stand in XML as they are. One class, negated, since texts are long and nearly all
 * of them pass: it also finds tabs, line breaks and every surrogate, which a closer look then sorts out.
 */
const SUSPECT = /[^ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/;
const ILLEGAL = /[\ufffe\uffff]|(?![\t\n\r])\p{Cc}|\p{Cs}/gu;
const MARKUP = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Tells whether a text can stand in XML as it is, and holds no tab or line break. */
export function isPlain(text: string): boolean {
  return !SUSPECT.test(text);
}

/** Makes any text safe as XML content or attribute value; control characters and half surrogates are left out. */
export function escapeXml(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(ILLEGAL, '').replace(MARKUP, (character) => ENTITIES[character] ?? '');
}

/** The declaration every part begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Namespaces of WordprocessingML parts, as attributes of their root element. */
export const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
