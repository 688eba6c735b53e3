/** A piece of a text that stayed, came, or went. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Texts of more words than this are told as a whole, old and new: comparing them word by word costs their product. */
const MOST_WORDS = 2000;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** How one text became another, word by word; the pieces that stayed and came give the new text, those that stayed and went the old. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const isLong = old.length > MOST_WORDS || fresh.length > MOST_WORDS;
  const pieces = isLong ? [...went(old), ...came(fresh)] : walked(old, fresh, commonLengths(old, fresh));
  return joined(pieces.filter(({ text }) => text !== ''));
}

const went = (words: readonly string[]): WordChange[] => [{ kind: 'removed', text: words.join('') }];
const came = (words: readonly string[]): WordChange[] => [{ kind: 'added', text: words.join('') }];

/** For each pair of places, how many words the rests from there have in common, in one row after the other. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint16Array {
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let k = fresh.length - 1; k >= 0; k -= 1) {
      const at = i * width + k;
      lengths[at] =
        old[i] === fresh[k]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  return lengths;
}

function walked(old: readonly string[], fresh: readonly string[], lengths: Uint16Array): WordChange[] {
  const pieces: WordChange[] = [];
  const width = fresh.length + 1;
  let [i, k] = [0, 0];
  while (i < old.length && k < fresh.length) {
    const [was, is] = [old[i] ?? '', fresh[k] ?? ''];
    if (was === is) {
      pieces.push({ kind: 'same', text: was });
      [i, k] = [i + 1, k + 1];
    } else if ((lengths[(i + 1) * width + k] ?? 0) >= (lengths[i * width + k + 1] ?? 0)) {
      pieces.push({ kind: 'removed', text: was });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: is });
      k += 1;
    }
  }
  return [...pieces, ...went(old.slice(i)), ...came(fresh.slice(k))];
}

function joined(pieces: readonly WordChange[]): readonly WordChange[] {
  const together: WordChange[] = [];
  for (const piece of pieces) {
    const last = together.at(-1);
    if (last?.kind === piece.kind)
      together[together.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else together.push(piece);
  }
  return together;
}
