/** Splits a mended paragraph into sentences (PRODUCT.md: dates and abbreviations do not end one). */

const ABBREVIATIONS = new Set(
  (
    'jf jvf jfr ift ifm ifbm ifht iht vedr ang angående bl.a bla m.m mm mv m.v osv o.lign o.l ol lign fx f.eks feks eks ' +
    'pkt pktr nr stk kl ca evt inkl ekskl excl max maks min mio mia kr pct pr tlf mob att bil afd adm kgl dvs d.v.s ' +
    'hhv d d.d d.å ds dd s st sml a.m.k str sek fm tidl p.t pt p.g.a pga mht m.h.t mhp m.h.p pba p.b.a iflg if ' +
    'vha v.h.a ved red udg årg kap stk § dir sekr fmd fung jan feb mar apr jun jul aug sep sept okt nov dec ' +
    'man tirs ons tors fre lør søn vs cand dr mag prof ph.d forts ekstraord ordf c/o hr fr fru tlf.nr'
  ).split(' '),
);
/** Abbreviations that often end a sentence: they do when a capital follows. */
const MAY_END = new Set('mv m.v mm m.m osv o.lign o.l ol kr mio mia pct stk min s d.å d.d dd'.split(' '));

const MONTH_START = /^\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|halvår|del|behandling)/i;

/** Whether the full stop at `at` ends a sentence, judged by the word before it and what follows. */
function stopEnds(text: string, at: number): boolean {
  const after = text.slice(at + 1, at + 40);
  const next = /^["”’»)]*\s+["”“«(–-]*\s*(\S)/.exec(after)?.[1];
  if (next === undefined) return after.trim() === '' || /^["”’»)]*\s*$/.test(after);
  const word = /[\p{L}\p{N}./§-]{1,40}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const low = word.toLowerCase();
  const capitalNext = /[\p{Lu}\d]/u.test(next);
  if (/^\d{1,2}$/.test(word) && MONTH_START.test(after)) return false;
  if (/^\d{1,3}$/.test(word)) return /\p{Lu}/u.test(next);
  if (MAY_END.has(low)) return /\p{Lu}/u.test(next);
  if (ABBREVIATIONS.has(low) || /^\p{Lu}$/u.test(word)) return false;
  return capitalNext || !/\p{Ll}/u.test(next);
}

/** No sentence of minutes is longer; what is longer is a table or a list that lost its marks, and is read in pieces. */
const MAX_LENGTH = 1500;

/** Parts what is too long for a sentence at white space, so that reading stays linear in the length of the text. */
function pieces(sentence: string): string[] {
  const parts: string[] = [];
  let left = sentence;
  while (left.length > MAX_LENGTH) {
    const space = left.lastIndexOf(' ', MAX_LENGTH);
    const end = space > 0 ? space : MAX_LENGTH;
    parts.push(left.slice(0, end));
    left = left.slice(end).trimStart();
  }
  return [...parts, left];
}

const endsAt = (paragraph: string, at: number): boolean => {
  const char = paragraph[at] ?? '';
  if (char === '.') return stopEnds(paragraph, at);
  return /[?!…]/.test(char) && /^["”’»)!?]*(?:\s|$)/.test(paragraph.slice(at + 1, at + 8));
};

/** The sentences of one paragraph, trimmed, in order; nothing but white space is dropped. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (let i = 0; i < paragraph.length; i += 1) {
    if (!endsAt(paragraph, i)) continue;
    while (/["”’»)!?]/.test(paragraph[i + 1] ?? ' ')) i += 1;
    sentences.push(paragraph.slice(from, i + 1).trim());
    from = i + 1;
  }
  sentences.push(paragraph.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '').flatMap(pieces);
}
