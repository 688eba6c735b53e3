import type { AgendaChangesView } from '../../../../../libs/contracts/sending.js';
import { dateInText, minutesInText, timeInText, timesInTable } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

type PointChange = AgendaChangesView['points'][number];
type Compared = NonNullable<PointChange['before']>;

/** What became of a point, each thing in a sentence. */
export function sentencesOf(change: PointChange): readonly string[] {
  const said = da.changes.sentences;
  return change.kinds.flatMap((kind): readonly string[] => {
    const { before, after } = change;
    if (kind === 'papers') return papersIn(change.papers);
    if (kind === 'text') return [said.text(textsIn(change.texts))];
    if (before === null || after === null) return [kind === 'added' ? said.added : said.removed];
    if (kind === 'moved') return [movedIn(before, after)];
    if (kind === 'renamed') return [said.renamed(before.title)];
    if (kind === 'minutes') return [said.minutes(lengthOf(after), lengthOf(before))];
    if (kind === 'time') return [said.time(timeOf(after), timeOf(before))];
    return [said[kind]];
  });
}

function movedIn(before: Compared, after: Compared): string {
  const said = da.changes.sentences;
  return before.number === null || after.number === null || before.number === after.number
    ? said.moved
    : said.movedFrom(before.number, after.number);
}

const lengthOf = ({ minutes }: Compared): string =>
  minutes === null ? da.changes.noTime : minutesInText(minutes);

const timeOf = ({ from, to }: Compared): string =>
  from === null || to === null ? da.changes.noTime : timesInTable(from, to);

function textsIn(names: readonly string[]): string {
  const known: Readonly<Partial<Record<string, string>>> = da.changes.texts;
  return names.map((name) => known[name] ?? name).join(', ');
}

function papersIn({ added, removed, changed }: PointChange['papers']): readonly string[] {
  const said = da.changes.sentences;
  return [
    ...added.map(({ number, title }) => said.paperAdded(number, title)),
    ...removed.map(({ title }) => said.paperRemoved(title)),
    ...changed.map(({ number, title }) => said.paperChanged(number, title)),
  ];
}

/** A fact of the meeting, what it is and what it was: `Sted: Rådhuset i stedet for Jægergården`. */
export function factInWords({ field, before, after }: AgendaChangesView['meeting'][number]): string {
  const names: Readonly<Partial<Record<string, string>>> = da.changes.meeting;
  const { inPlaceOf } = da.changes;
  return `${names[field] ?? field}: ${inPlaceOf(valueOf(field, after), valueOf(field, before))}`;
}

function valueOf(field: string, value: string | null): string {
  if (value === null || value === '') return da.changes.nothing;
  const kinds: Readonly<Partial<Record<string, string>>> = da.meetings.kind;
  if (field === 'kind') return kinds[value]?.toLocaleLowerCase('da-DK') ?? value;
  if (field === 'date') return dateInText(value);
  return field === 'start' || field === 'end' ? timeInText(value) : value;
}
