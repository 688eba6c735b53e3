import { clockInText, printWeekdayDate } from '../calendar/index.js';
import type { IsoDate, LocalMoment } from '../calendar/index.js';
import { meetingName } from '../document/meeting-name.js';
import type { Notice } from '../sending/index.js';
import type { DeadlineKind } from './deadlines.js';

const SUBJECTS: Readonly<Record<DeadlineKind, string>> = {
  indstillinger: 'Frist for indstillinger',
  material: 'Frist for materiale',
  agenda: 'Frist for dagsordenen',
};

const MISSING: Readonly<Record<DeadlineKind, string>> = {
  indstillinger: 'Ikke alle indstillinger til mødet er godkendt endnu',
  material: 'Nogle bilag til mødet mangler deres fil',
  agenda: 'Dagsordenen til mødet er ikke udsendt endnu',
};

const DEADLINES: Readonly<Record<DeadlineKind, string>> = {
  indstillinger: 'Fristen for indstillinger er',
  material: 'Fristen for materiale er',
  agenda: 'Den skal udsendes senest',
};

/**
 * The mail that reminds a secretariat of a deadline, in Danish: which meeting, what is missing, by when and where to see
 * to it. It says nothing of points, since mails are read in the open (PRODUCT.md, rule 2). Lines end in `\n`.
 */
export function reminderText(
  kind: DeadlineKind,
  meeting: { readonly bodyName: string; readonly date: IsoDate },
  due: LocalMoment,
  link: string,
): Notice {
  const by = `${printWeekdayDate(due.date)} ${clockInText(due.time)}`;
  const name = meetingName(meeting.bodyName);
  const parts = [
    `${MISSING[kind]}: ${name} ${printWeekdayDate(meeting.date)}.`,
    `${DEADLINES[kind]} ${by}.`,
    `Se mødet (du skal logge ind):\n${link}`,
  ];
  return { subject: `${SUBJECTS[kind]} ${by}: ${name}`, text: `${parts.join('\n\n')}\n` };
}
