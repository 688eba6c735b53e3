import { nounPhraseAt } from './actors.js';
import { textOf, tokensOf } from './tokens.js';

/** What stands before a sentence: who speaks, who is to act, or that something was agreed. */
export interface Label {
  /** Somebody named before a colon or dash, as written. */
  readonly actor: string | null;
  /** The same when the name tells who brought the matter up. */
  readonly speaker: string | null;
  readonly isAgreed: boolean;
  /** The sentence without the label. */
  readonly body: string;
}

const AGREED_LABEL =
  /^(?:aftale[rt]?|det aftalte|beslutning(?:er|en)?(?: for punkt \d+)?|konklusion(?:en)?|opfølgning(?:en)?|aktion|handling(?:er)?|næste skridt|to ?do|opgave(?:r)?|besluttet|vedtaget|action|videre(?: proces)?|afgørelse|resultat|udfald)\s*[:–-]\s+/i;
const LABELLED = /^(.{1,60}?)(\s*:\s+|\s+[-–—]\s+)(?=\S)/u;

/** Takes the label off a sentence: `Formanden: ...`, `JLH - ...`, `Aftale: ...`. */
export function labelOf(sentence: string): Label {
  const agreed = AGREED_LABEL.exec(sentence);
  if (agreed) {
    const inner = labelOf(sentence.slice(agreed[0].length));
    return { ...inner, isAgreed: true };
  }
  const none: Label = { actor: null, speaker: null, isAgreed: false, body: sentence };
  const match = LABELLED.exec(sentence);
  if (!match) return none;
  const tokens = tokensOf(match[1] ?? '');
  const noun = nounPhraseAt(tokens, 0, true);
  if (noun?.length !== tokens.length || noun.kind === 'thing' || noun.kind === 'outsider') return none;
  const name = textOf(match[1] ?? '', tokens);
  const isName = noun.kind === 'somebody';
  return isName
    ? { actor: name, speaker: name, isAgreed: false, body: sentence.slice(match[0].length) }
    : none;
}
