/** The "Bilag n" written before a title: its number, and the title without it (empty when nothing else was written). */
export interface NumberedTitle {
  readonly number: number;
  readonly title: string;
}

const PREFIX = /^\s*bilag(?:\s*nr\.?)?\s*(\d{1,3})(?![\p{L}\p{N}])(?:\s*[.:)–—-]+)?\s*/iu;
const EXTENSION = /\.(?:docx?|pdf|xlsx?|pptx?|od[ts]|rtf|txt|csv|msg|png|jpe?g)$/i;

/**
 * The "Bilag n" a title begins with (`Bilag 2: Kort`, `bilag nr. 3 - Kort`); null when it has none. The number a
 * reader sees comes from the order of the attachments, so a prefix in the title says it twice or says it wrong.
 */
export function bilagPrefixOf(title: string): NumberedTitle | null {
  const match = PREFIX.exec(title);
  if (match === null) return null;
  return { number: Number(match[1]), title: title.slice(match[0].length).trim() };
}

/**
 * The title to offer instead of a file name or a numbered one: without "Bilag n", without the ending of a file,
 * underscores as spaces. Null when the title needs no change, or nothing would be left of it.
 */
export function offeredTitle(title: string): string | null {
  const isFileName = EXTENSION.test(title.trim());
  const bare = title.trim().replace(EXTENSION, '');
  const unnumbered = (isFileName ? bare.replaceAll('_', ' ') : bare).replace(PREFIX, '');
  const offered = unnumbered.replace(/\s+/g, ' ').trim();
  return offered === '' || offered === title ? null : offered;
}

/** A title as two are compared: no "Bilag n", no file ending, no case, only letters and digits. */
export function comparableTitle(title: string): string {
  return (offeredTitle(title) ?? title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
