import { printWeekdayDate } from '../calendar/index.js';
import type { IsoDate } from '../calendar/index.js';
import { meetingName } from '../document/meeting-name.js';
import type { Notice } from './notice.js';

/**
 * The mail that asks somebody to read an agenda through before it is sent, in Danish. It is the same for everybody and says
 * nothing of points, so that it cannot tell of closed ones (PRODUCT.md, rule 2). Lines end in `\n`.
 */
export function reviewText(
  { bodyName, date }: { readonly bodyName: string; readonly date: IsoDate },
  message: string | null,
  link: string,
): Notice {
  const meeting = `${meetingName(bodyName)} ${printWeekdayDate(date)}`;
  const parts = [
    `Du er bedt om at læse dagsordenen igennem, før den udsendes: ${meeting}.`,
    message === null ? null : `Besked fra sekretariatet:\n${message}`,
    `Læs dagsordenen (du skal logge ind):\n${link}`,
  ];
  return {
    subject: `Til gennemlæsning: ${meeting}`,
    text: `${parts.filter((part) => part !== null).join('\n\n')}\n`,
  };
}
