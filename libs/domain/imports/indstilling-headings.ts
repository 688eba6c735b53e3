/** The sections of an indstilling and the headings they go by (PRODUCT.md, "Indstilling"); other templates have others. */
const SECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^indledning$/, 'introduction'],
  [/^indstilling(er)?$/, 'recommendation'],
  [/^sagsfremstilling$/, 'statement'],
  [/^ressourcer$/, 'resources'],
  [/^kommunikation$/, 'communication'],
  [/^(videre|den videre) proces$/, 'further-process'],
  [/^koordineret med$/, 'coordinated-with'],
  [/^bilag$/, 'attachments'],
  [/^resum[eé]$/, 'summary'],
  [/^beslutningspunkter$/, 'decision-points'],
  [/^(hvorfor fremsendes forslaget\??|baggrund)$/, 'background'],
  [/^(forventet )?effekt$/, 'effect'],
  [/^ydelse$/, 'service'],
  [/^organisering$/, 'organisation'],
];

/** Sections that say a text is an indstilling and not a point with a background and bilag. */
const TELLING = new Set([
  'introduction',
  'recommendation',
  'statement',
  'further-process',
  'coordinated-with',
  'decision-points',
]);

/** The key of a line that is a section heading: in capitals, or alone on its line with a blank before it. */
export function sectionKey(text: string, blankBefore: boolean): string | null {
  const name = text.replace(/^\d+\.\s*/, '').replace(/\s*:$/, '');
  if (/\p{Ll}/u.test(name) && !blankBefore) return null;
  return SECTIONS.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1] ?? null;
}

/** Tells whether section keys found in a text make it an indstilling: two telling ones or more. */
export const isIndstilling = (keys: readonly string[]): boolean =>
  new Set(keys.filter((key) => TELLING.has(key))).size >= 2;
