import { readFollowUps } from '../follow-up/index.js';
import type { FollowUpReading, ReadingContext } from '../follow-up/index.js';
import type { PackageDocument, PackageFollowUp, PackageWarning } from './package-document.js';
import { printedFollowUps } from './printed-follow-ups.js';
import type { MeetingReading } from './read-meeting.js';

export interface MinutedFollowUps {
  readonly document: PackageDocument;
  /** Lines that are read into a follow-up and stand in no other field. */
  readonly fields: readonly number[];
}

/**
 * Reads the follow-ups out of the decisions of minutes, and of nothing else. Text that no point can be named for is
 * kept word for word in a warning; its lines are fields when a follow-up was read from it and unread when not.
 */
export function withFollowUps(document: PackageDocument, meeting: MeetingReading | null): MinutedFollowUps {
  if (document.kind !== 'minutes') return { document, fields: [] };
  const context: ReadingContext = { meetingDate: document.meeting.date, nextMeetingDate: null };
  const decided = document.points.flatMap(({ number, decision }) =>
    decision ? readFollowUps(decision.text, context).map((reading) => followUp(reading, number)) : [],
  );
  const fields: number[] = [];
  const warnings: PackageWarning[] = [];
  const loose = (meeting?.orphans ?? []).flatMap(({ text, lines, after }) => {
    const read = readFollowUps(text, context).map((reading) => followUp(reading, null));
    if (read.length > 0) for (const line of lines) fields.push(line.no);
    const doubt = `Teksten efter punkt ${after} begynder en ny side uden overskrift; dens punkt er ukendt: "${text}"`;
    warnings.push({ code: 'point-unknown', text: doubt, line: lines[0]?.no ?? null });
    return read;
  });
  const listed = printedFollowUps(meeting?.followUpLines ?? []).map((printed) => printed.followUp);
  const read = [...decided, ...loose];
  const said = new Set(read.flatMap(waysToSay));
  const added = listed.filter((one) => !waysToSay(one).some((way) => said.has(way)));
  return {
    document: {
      ...document,
      followUps: [...read, ...added],
      warnings: [...document.warnings, ...warnings],
    },
    fields,
  };
}

/**
 * A list at the end of the minutes repeats what the decisions say, by who acts or by what they do on the same point; only
 * what they do not say is added.
 */
const waysToSay = ({ point, responsible, action }: PackageFollowUp): string[] => [
  JSON.stringify([point, 'responsible', responsible]),
  JSON.stringify([point, 'action', action]),
];

const followUp = (reading: FollowUpReading, point: string | null): PackageFollowUp => ({
  point,
  responsible: reading.responsible,
  action: reading.action,
  sentence: reading.sentence,
  raisedBy: reading.raisedBy,
  due: reading.due,
});
