import type { IsoDate } from '../calendar/index.js';
import { WORDS } from './document.text.js';
import type { DocumentKind } from './model.js';

/** What the name of a file is made of. */
export interface FileNameFacts {
  readonly kind: DocumentKind;
  /** The body, or for an indstilling its title. */
  readonly about: string | null;
  readonly date: IsoDate | null;
  readonly isDraft: boolean;
  /** The file holds closed points, so that it is not mistaken for the one everybody may have. */
  readonly holdsClosed: boolean;
}

/** Longest name of what the document is about, in characters, so that paths stay within what Windows takes. */
const LONGEST = 90;

// Control characters, what Windows and macOS refuse in names, and marks that turn the reading direction.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}<>:"/\\|?*]+/gu;

/** A piece of a file name: characters no system refuses, no leading or trailing dots or blanks. */
function safe(text: string): string {
  const clean = text.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  const short = Array.from(clean).slice(0, LONGEST).join('');
  return short.replace(/^[. ]+|[. ]+$/g, '');
}

/** The name of a document's file, e.g. `Dagsorden - Rådmandsmøde - 2025-01-14.docx`; parts that are unknown are left out. */
export function fileNameFor(facts: FileNameFacts): string {
  const kind = WORDS[facts.kind] + (facts.holdsClosed ? ' med lukkede punkter' : '');
  const parts = [
    facts.isDraft ? `Udkast til ${kind.toLowerCase()}` : kind,
    safe(facts.about ?? ''),
    facts.date ?? '',
  ];
  return `${parts.filter((part) => part !== '').join(' - ')}.docx`;
}
