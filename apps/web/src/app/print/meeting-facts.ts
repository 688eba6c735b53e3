import type { AgendaView } from '../../../../../libs/contracts/sending.js';
import { listed, timesInText, weekdayInText } from '../../lib/formats.js';
import { print } from '../../texts/print.js';

const text = print.facts;

/** What stands at the head of a printed agenda and of printed minutes. */
export function meetingFacts({ meeting }: AgendaView): readonly (readonly [string, string | null])[] {
  const { date, start, end, place, caseNumber, chair, minuteTaker, participants } = meeting;
  const named = (wanted: (typeof participants)[number]['attendance']): string =>
    listed(participants.filter(({ attendance }) => attendance === wanted).map(({ name }) => name));
  return [
    [text.date, weekdayInText(date)],
    [text.time, timesInText(start, end)],
    [text.place, place],
    [text.caseNumber, caseNumber],
    [text.chair, chair],
    [text.minuteTaker, minuteTaker],
    [text.participants, named('present')],
    [text.regrets, named('regret')],
  ];
}
