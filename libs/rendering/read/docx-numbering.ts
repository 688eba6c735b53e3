import { readXml } from './xml-events.js';

/** How a list level is marked: `•`, or a text such as `%1.` with the form of its numbers. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** The marks of a document's lists, counted as the paragraphs come. */
export interface Numbering {
  /** The mark of the next paragraph of a list at a level (from 0): `•`, `1.`, `a)`; null when the list has none. */
  next(listId: string, level: number): string | null;
}

const valueOf = (attributes: Record<string, string>): string => attributes['w:val'] ?? '';

/** The level of a list as a document writes it, from 0; what is none of the nine that lists have is the first. */
export function listLevel(written: string | undefined): number {
  return /^[0-8]$/.test(written ?? '') ? Number(written) : 0;
}

/** Reads `numbering.xml`; an empty text gives lists without marks. */
export function readNumbering(xml: string): Numbering {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, string>();
  let current = '';
  let list = '';
  let level = 0;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'w:abstractNum') current = attributes['w:abstractNumId'] ?? '';
      if (name === 'w:num') list = attributes['w:numId'] ?? '';
      if (name === 'w:abstractNumId') lists.set(list, valueOf(attributes));
      if (name === 'w:lvl') level = listLevel(attributes['w:ilvl']);
      const levels = abstract.get(current) ?? new Map<number, Level>();
      const known = levels.get(level) ?? { format: 'decimal', text: '', start: 1 };
      if (name === 'w:numFmt') levels.set(level, { ...known, format: valueOf(attributes) });
      if (name === 'w:lvlText') levels.set(level, { ...known, text: valueOf(attributes) });
      if (name === 'w:start') levels.set(level, { ...known, start: Number(valueOf(attributes)) });
      if (current !== '') abstract.set(current, levels);
    },
  });
  return counterOf((listId) => abstract.get(lists.get(listId) ?? ''));
}

function counterOf(levelsOf: (listId: string) => ReadonlyMap<number, Level> | undefined): Numbering {
  const counts = new Map<string, number[]>();
  return {
    next(listId, level) {
      const levels = levelsOf(listId);
      const own = levels?.get(level);
      if (!levels || !own) return null;
      const count = counts.get(listId) ?? [];
      const startOf = (i: number): number => levels.get(i)?.start ?? 1;
      const next = [...Array(level + 1).keys()].map((i) =>
        i === level ? (count[i] ?? startOf(i) - 1) + 1 : (count[i] ?? startOf(i)),
      );
      counts.set(listId, next);
      if (own.format === 'bullet') return '•';
      if (own.format === 'none') return null;
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const i = Number(digit) - 1;
        return written(next[i] ?? 1, levels.get(i)?.format ?? 'decimal');
      });
    },
  };
}

function written(count: number, format: string): string {
  const letter = String.fromCharCode(96 + ((count - 1) % 26) + 1);
  if (format === 'lowerLetter') return letter;
  return format === 'upperLetter' ? letter.toUpperCase() : String(count);
}
