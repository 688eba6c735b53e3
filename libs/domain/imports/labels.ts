/** What a labelled line of an agenda or minutes gives. */
export type Label =
  | 'subject'
  | 'date'
  | 'time'
  | 'start'
  | 'end'
  | 'place'
  | 'caseNumber'
  | 'participants'
  | 'absent'
  | 'short-list'
  | 'purpose'
  | 'method'
  | 'responsible'
  | 'attachments'
  | 'attending'
  | 'decision'
  | 'follow-ups';

const NAMES: readonly (readonly [RegExp, Label])[] = [
  [/^(emne|møde|forum|udvalg|mødeforum)$/, 'subject'],
  [/^(mødedato|dato|mødedag)$/, 'date'],
  [/^(mødetid|tid|tidspunkt|mødetidspunkt|tidsforbrug|varighed)$/, 'time'],
  [/^(starttidspunkt|start|mødestart)$/, 'start'],
  [/^(sluttidspunkt|slut|møde slut|mødet slut)$/, 'end'],
  [/^(mødested|sted|lokale|mødelokale)$/, 'place'],
  [/^(sag|sagsnr\.?|sagsnummer|journalnr\.?)$/, 'caseNumber'],
  [
    /^(mødedeltagere|deltagere|til stede|tilstede|medlemmer|mødekreds|mødeleder|referent|ordstyrer)$/,
    'participants',
  ],
  [/^(afbud|afbud fra|fraværende|ikke til stede)$/, 'absent'],
  [/^(dagsorden(en)? kort|kort dagsorden|indholdsfortegnelse|punkter|oversigt over punkter)$/, 'short-list'],
  [/^(baggrund ?[/&] ?formål|baggrund og formål|baggrund|formål|resum[eé])$/, 'purpose'],
  [/^metode$/, 'method'],
  [/^(ansvarlig|ansvarlige|sagsansvarlig|punktansvarlig)$/, 'responsible'],
  [/^bilag$/, 'attachments'],
  [/^(deltager|deltager under punktet|deltagere under punktet|under punktet deltager)$/, 'attending'],
  [/^(beslutning|beslutninger|referat|konklusion|drøftelse og beslutning)$/, 'decision'],
  [/^(beslutning|vedtagelse) i .{3,80}$/, 'decision'],
  [/^(opfølgning|opfølgninger)$/, 'follow-ups'],
];

/** Headings that stand on a line of their own without a colon. */
const BARE = new Set<Label>(['decision', 'attachments', 'follow-ups', 'short-list', 'participants']);

/** A label with the value on its line; empty when the value stands below. */
export interface LabelledLine {
  readonly label: Label;
  readonly name: string;
  readonly value: string;
}

const labelOf = (name: string): Label | null =>
  NAMES.find(([pattern]) => pattern.test(name.trim().toLowerCase()))?.[1] ?? null;

/** Reads `Name: value`, `Name<tab>value` or a bare heading such as `Beslutning`; null when the line is none of them. */
export function readLabel(text: string): LabelledLine | null {
  const match = /^([\p{L}][\p{L} ./&-]{1,79}?)\s*(?::\t?|\t)\s*(.*)$/u.exec(text);
  const name = match?.[1] ?? text.replace(/:$/, '');
  const label = labelOf(name);
  if (label === null) return readAttending(text);
  if (match) return { label, name, value: (match[2] ?? '').trim() };
  return BARE.has(label) && name.toLowerCase() !== 'referat' ? { label, name, value: '' } : null;
}

/** `Under punktet deltager ...` is a label that is read as part of a sentence. */
function readAttending(text: string): LabelledLine | null {
  const match = /^(Under punktet deltager)\s*:?\s+(.+)$/i.exec(text);
  return match ? { label: 'attending', name: match[1] ?? '', value: match[2] ?? '' } : null;
}
