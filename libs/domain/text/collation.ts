const COLLATOR = new Intl.Collator('da-DK', { numeric: true });

/**
 * Compares two texts in Danish order, for `sort`: æ, ø, å last, *Aa* as *Å*, figures by value (Bilag 2 before Bilag
 * 10), a capital before its small letter. Texts that the alphabet does not tell apart are compared by code point, so
 * that the order is the same on every run (PRODUCT.md, rule 5).
 */
export function compareDanish(a: string, b: string): number {
  return COLLATOR.compare(a, b) || Number(a > b) - Number(a < b);
}
