import { numberInText } from '../lib/formats.js';
import type { Excess } from '../lib/rich-text/limits.js';
import { LIMITS } from '../lib/rich-text/limits.js';
import type { Dropped } from '../lib/rich-text/paste/dropped.js';

const counted = (count: number, one: string, more: string): readonly string[] =>
  count === 0 ? [] : [`${numberInText(count)} ${count === 1 ? one : more}`];

/** What of a pasted text was left out, as a line; empty when all of it was taken. */
export function droppedInWords(dropped: Dropped): string {
  const parts = [
    ...counted(dropped.images, 'billede', 'billeder'),
    ...(dropped.colours ? ['farver'] : []),
    ...(dropped.underlined ? ['understregning'] : []),
    ...(dropped.struck ? ['gennemstregning'] : []),
    ...counted(dropped.comments, 'kommentar', 'kommentarer'),
    ...counted(dropped.deletions, 'slettet passage', 'slettede passager'),
    ...counted(dropped.links, 'linkadresse', 'linkadresser'),
    ...counted(dropped.parts, 'indlejret element', 'indlejrede elementer'),
  ];
  return parts.length === 0 ? '' : `Udeladt: ${parts.join(', ')}.`;
}

const UNITS: Readonly<Record<Exclude<Excess['of'], 'bytes'>, string>> = {
  blocks: 'afsnit og lister i et tekstfelt',
  items: 'punkter i en liste',
  rows: 'rækker i en tabel',
  columns: 'kolonner i en tabel',
  runs: 'skift i formateringen i et afsnit',
  letters: 'tegn i et afsnit',
};

/** Why a text was not taken: what it has too much of, and how much there may be. */
export function excessInWords({ of, is }: Excess): string {
  const why =
    of === 'bytes'
      ? `den fylder ${megabytes(is)} MB, og der kan højst gemmes ${megabytes(LIMITS.bytes)} MB ad gangen`
      : `der kan højst være ${numberInText(LIMITS[of])} ${UNITS[of]}, og her er ${numberInText(is)}`;
  return `Teksten blev ikke indsat: ${why}. Din egen tekst er uændret.`;
}

const megabytes = (bytes: number): string => numberInText(Math.round((bytes / 2 ** 20) * 10) / 10);
