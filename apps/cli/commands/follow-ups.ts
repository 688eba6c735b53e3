import { isIsoDate } from '../../../libs/domain/calendar/index.js';
import { readFollowUps } from '../../../libs/domain/follow-up/index.js';
import type { FollowUpReading, ReadingContext } from '../../../libs/domain/follow-up/index.js';
import { EXIT, RefusalError, requiredOption, takesNoPositionals, textOption } from '../command.js';
import type { Arguments, Command, Surroundings } from '../command.js';
import { readText } from '../read-text.js';

export const command: Command = {
  help: `
Usage: dagsorden follow-ups --meeting-date YYYY-MM-DD [--next-meeting YYYY-MM-DD] [--lines] [--json] < decision.txt

Reads Danish decision text (UTF-8) and prints who is to do what, and when. No database is used.

  --meeting-date   the day the text was minuted; years, weekdays and weeks are counted from it
  --next-meeting   the day the same body meets next: what "næste møde" means
  --lines          each line is a text of its own (a literal \\n in it is a line break); each line of the answer is the
                   JSON array for it
  --json           one JSON array for the whole text`,
  options: {
    'meeting-date': { type: 'string' },
    'next-meeting': { type: 'string' },
    lines: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (args, around) => {
    takesNoPositionals(args);
    const context = contextOf(args);
    const text = await readText(around.stdin, 'standard input');
    if (args.values.lines === true) {
      await eachLine(linesOf(text), context, around);
    } else {
      const readings = readFollowUps(text, context);
      const asJson = args.values.json === true;
      await around.out(asJson ? `${JSON.stringify(readings)}\n` : readings.map(inWords).join(''));
    }
    return EXIT.fine;
  },
};

/** Lines answered before they are written: few writes, and little in memory. */
const BATCH = 500;

async function eachLine(
  lines: readonly string[],
  context: ReadingContext,
  around: Surroundings,
): Promise<void> {
  for (let from = 0; from < lines.length; from += BATCH) {
    const answers = lines.slice(from, from + BATCH).map((line) => {
      const readings = readFollowUps(line.replaceAll('\\n', '\n'), context);
      return `${JSON.stringify(readings)}\n`;
    });
    await around.out(answers.join(''));
  }
}

function contextOf(args: Arguments): ReadingContext {
  const meetingDate = existingDate(requiredOption(args, 'meeting-date'), 'meeting-date');
  const next = textOption(args, 'next-meeting');
  const nextMeetingDate = next === undefined ? null : existingDate(next, 'next-meeting');
  if (nextMeetingDate !== null && nextMeetingDate <= meetingDate) {
    throw new RefusalError(`--next-meeting ${nextMeetingDate} is not after --meeting-date ${meetingDate}.`);
  }
  return { meetingDate, nextMeetingDate };
}

function existingDate(text: string, option: string): string {
  if (!isIsoDate(text)) throw new RefusalError(`--${option} ${text}: there is no such date (YYYY-MM-DD).`);
  return text;
}

/** A line break ends a line, so that the last one does not begin another. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function inWords({ responsible, action, due }: FollowUpReading): string {
  const when = due.text === null ? '' : ` (${due.text}${due.date === null ? '' : `: ${due.date}`})`;
  return `${responsible ?? 'nobody named'}: ${action}${when}\n`;
}
