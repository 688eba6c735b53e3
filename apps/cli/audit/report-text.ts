import type { Finding, Tampering } from '../../../libs/domain/audit/index.js';
import type { TrailReport } from '../../../libs/features/audit/index.js';

const SHOWN = 100;

const one = (finding: Finding, what: string): string =>
  `${where(finding)}: event ${finding.id ?? ''}${finding.at === null ? '' : ` of ${finding.at}`} ${what}`;
const seals = (finding: Finding, what: string): string =>
  `${where(finding)}: ${finding.from === finding.to ? 'the seal was' : 'the seals were'} ${what}`;
const checkpoint = ({ from, to }: Finding): string =>
  from === to ? `checkpoint ${from}` : `checkpoints ${from}-${to}`;

const SAID: Readonly<Record<Tampering, (finding: Finding) => string>> = {
  'event-edited': (f) => one(f, 'was edited'),
  'event-moved': (f) => one(f, 'was moved to another place in the order'),
  'events-swapped': (f) => `positions ${f.from} and ${f.to}: the two events were swapped`,
  'event-deleted': (f) => one(f, 'was deleted'),
  'event-inserted': (f) => `between positions ${f.from} and ${f.to}: event ${f.id ?? ''} was inserted`,
  'tail-cut': (f) => `${where(f)}: everything from event ${f.id ?? ''} on was cut off`,
  'seal-edited': (f) => seals(f, 'edited'),
  'seals-swapped': (f) => `positions ${f.from} and ${f.to}: the two seals were swapped`,
  'seal-deleted': (f) => seals(f, 'deleted'),
  'text-edited': (f) => `${where(f)}: the text ${f.id ?? ''} that the event refers to was edited`,
  'text-deleted': (f) => `${where(f)}: the text ${f.id ?? ''} that the event refers to was deleted`,
  'checkpoint-damaged': (f) => `${checkpoint(f)}: the line is damaged or does not follow the one before`,
  'checkpoint-signature': (f) => `${checkpoint(f)}: the signature is not this key's`,
  'checkpoint-missing': (f) => `${checkpoint(f)}: missing from the file`,
  'checkpoints-restarted': (f) =>
    `${checkpoint(f)}: the list began anew, since the database no longer held what was signed before`,
};

function where({ from, to }: Finding): string {
  return from === to ? `position ${from}` : `positions ${from}-${to}`;
}

/** The outcome of a verification as a person reads it in a terminal. */
export function reportText({ findings, covered, checkpoints, notCovered, key }: TrailReport): string {
  const shown = findings.slice(0, SHOWN).map((finding) => `  ${SAID[finding.kind](finding)}`);
  const more = findings.length > SHOWN ? [`  ... and ${findings.length - SHOWN} more`] : [];
  const extent =
    covered === null
      ? 'No checkpoint has been signed yet, so nothing can be verified.'
      : `Verified: ${covered.count} events, up to the last of ${checkpoints} checkpoints (${covered.at}).`;
  const newer =
    notCovered.count === 0
      ? 'Nothing is newer than that.'
      : `Not covered: ${notCovered.count} newer events, since ${notCovered.since ?? ''}. The worker signs them within seconds.`;
  const verdict =
    findings.length === 0 ? 'Nothing was tampered with.' : `${findings.length} tamperings were found:`;
  return [extent, newer, `Key: ${key}`, verdict, ...shown, ...more].map((line) => `${line}\n`).join('');
}
