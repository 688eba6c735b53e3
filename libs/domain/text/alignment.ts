/** A part of a text that stayed, came, or went. */
export interface Aligned {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What differs in the middle is told as a whole, old and new, when comparing it costs more steps than this. */
const MOST_STEPS = 4_000_000;

/**
 * How one sequence of parts became another, with as many as possible that stayed: those that stayed and came give the new
 * one, those that stayed and went the old. What the two begin and end with alike is not compared.
 */
export function aligned(old: readonly string[], fresh: readonly string[]): readonly Aligned[] {
  const shorter = Math.min(old.length, fresh.length);
  let [head, tail] = [0, 0];
  while (head < shorter && old[head] === fresh[head]) head += 1;
  while (tail < shorter - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  const [was, is] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
  return [
    ...told('same', old.slice(0, head)),
    ...(was.length * is.length > MOST_STEPS
      ? [...told('removed', was), ...told('added', is)]
      : walked(was, is, commonLengths(was, is))),
    ...told('same', old.slice(old.length - tail)),
  ];
}

const told = (kind: Aligned['kind'], parts: readonly string[]): Aligned[] =>
  parts.map((text) => ({ kind, text }));

/** For each pair of places, how many parts the rests from there have in common, in one row after the other. */
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

function walked(old: readonly string[], fresh: readonly string[], lengths: Uint16Array): Aligned[] {
  const pieces: Aligned[] = [];
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
  return [...pieces, ...told('removed', old.slice(i)), ...told('added', fresh.slice(k))];
}
