import { clockInText, printWeekdayDate } from '../calendar/index.js';
import type { IsoDate, LocalMoment } from '../calendar/index.js';
import type { Notice } from './notice.js';

/** What the secretariat is reminded of: that something is missing before a deadline. */
export type RemindedOf = 'indstillinger' | 'material' | 'agenda';

const SUBJECTS: Readonly<Record<RemindedOf, string>> = {
  indstillinger: 'indstillinger til',
  material: 'materiale til',
  agenda: 'dagsordenen til',
};

const MISSING: Readonly<Record<RemindedOf, (meeting: string) => string>> = {
  indstillinger: (meeting) => `Der er indstillinger til ${meeting}, som ikke er godkendt endnu.`,
  material: (meeting) => `Der er bilag til ${meeting}, som mangler deres fil.`,
  agenda: (meeting) => `Dagsordenen til ${meeting} er ikke udsendt endnu.`,
};

const DEADLINES: Readonly<Record<RemindedOf, string>> = {
  indstillinger: 'Fristen for indstillinger er',
  material: 'Fristen for materiale er',
  agenda: 'Den skal udsendes senest',
};

/**
 * The mail that reminds a secretariat of a deadline, in Danish: which meeting, what is missing, by when and where to see
 * to it. It says nothing of points, since mails are read in the open (PRODUCT.md, rule 2). Lines end in `\n`.
 */
export function reminderText(
  kind: RemindedOf,
  meeting: { readonly bodyName: string; readonly date: IsoDate },
  due: LocalMoment,
  link: string,
): Notice {
  const by = `${printWeekdayDate(due.date)} ${clockInText(due.time)}`;
  const name = `${meeting.bodyName} ${printWeekdayDate(meeting.date)}`;
  const parts = [MISSING[kind](name), `${DEADLINES[kind]} ${by}.`, `Se mødet (du skal logge ind):\n${link}`];
  return { subject: `Frist ${by}: ${SUBJECTS[kind]} ${meeting.bodyName}`, text: `${parts.join('\n\n')}\n` };
}
