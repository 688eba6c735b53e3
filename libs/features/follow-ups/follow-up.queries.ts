import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { FollowUpQuery } from '../../contracts/follow-ups.js';
import { FOLLOW_UP_STAGES, OPEN_STATUSES, isAtWork, matchResponsible } from '../../domain/follow-up/index.js';
import type { Responsible } from '../../domain/follow-up/index.js';
import type { MeetingRow } from '../meetings/index.js';
import { PersonRow, UnitRow } from '../organisation/index.js';
import { FollowUpRow } from './follow-up.entity.js';

/** The follow-ups that a query asks for, unordered; `today` is the Danish day that tells what is overdue. */
export function followUpsWanted(
  tx: EntityManager,
  query: FollowUpQuery,
  today: string,
): SelectQueryBuilder<FollowUpRow> {
  const rows = tx.createQueryBuilder(FollowUpRow, 'followUp');
  for (const column of ['unitId', 'personId', 'bodyId', 'meetingId', 'pointId'] as const) {
    if (query[column] !== undefined) {
      rows.andWhere(`followUp.${column} = :${column}`, { [column]: query[column] });
    }
  }
  for (const column of ['stage', 'status'] as const) {
    if (query[column] !== undefined) {
      rows.andWhere(`followUp.${column} = ANY(:${column})`, { [column]: [query[column]].flat() });
    }
  }
  if (query.unit !== undefined) rows.andWhere(UNIT_IS_CALLED, { unit: query.unit });
  if (query.dueFrom !== undefined) rows.andWhere('followUp.dueDate >= :dueFrom', { dueFrom: query.dueFrom });
  if (query.dueTo !== undefined) rows.andWhere('followUp.dueDate <= :dueTo', { dueTo: query.dueTo });
  if (query.overdue !== undefined) {
    rows.andWhere(`(${IS_OVERDUE}) IS ${query.overdue ? 'TRUE' : 'NOT TRUE'}`, {
      today,
      atWork: FOLLOW_UP_STAGES.filter(isAtWork),
      open: OPEN_STATUSES,
    });
  }
  return rows;
}

const UNIT_IS_CALLED = `followUp.unitId IN (
  SELECT unit.id FROM unit
  WHERE lower(unit.code) = lower(:unit) OR lower(:unit) IN (SELECT lower(alias) FROM unnest(unit.aliases) AS alias))`;

/** The rule `isOverdue` of the domain as a condition, so that the database can find them. */
const IS_OVERDUE =
  'followUp.dueDate < :today AND followUp.stage = ANY(:atWork) AND followUp.status = ANY(:open)';

/** What gives each text of a responsible the unit or person it names, among those there are now. */
export async function responsibleNames(tx: EntityManager): Promise<(text: string | null) => Responsible> {
  const units = await tx.find(UnitRow, { select: { id: true, code: true, name: true, aliases: true } });
  const people = await tx.find(PersonRow, {
    where: { active: true },
    select: { id: true, name: true, initials: true, aliases: true },
  });
  return (text) => matchResponsible(text, units, people);
}

/** The date of the body's next meeting after this one that is not cancelled; null when none is planned. */
export async function nextMeetingDate(
  tx: EntityManager,
  { bodyId, date }: MeetingRow,
): Promise<string | null> {
  const [next] = await tx.query<{ date: string | null }[]>(
    "SELECT min(date)::text AS date FROM meeting WHERE body_id = $1 AND date > $2 AND state <> 'cancelled'",
    [bodyId, date],
  );
  return next?.date ?? null;
}

/**
 * The follow-ups of a point, held until the transaction ends, each with whether somebody has noted something on it. The
 * body and the point are held first, as they are by whoever closes them: these wait for what is added, and it for them.
 */
export async function suggestionsOn(
  tx: EntityManager,
  pointId: string,
): Promise<{ row: FollowUpRow; noted: boolean }[]> {
  await tx.query(
    `SELECT FROM body WHERE id = (
       SELECT body_id FROM meeting JOIN agenda_point ON agenda_point.meeting_id = meeting.id WHERE agenda_point.id = $1)
     FOR SHARE`,
    [pointId],
  );
  await tx.query('SELECT FROM agenda_point WHERE id = $1 FOR SHARE', [pointId]);
  const rows = await tx.find(FollowUpRow, {
    where: { pointId },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const notes = await tx.query<{ id: string }[]>(
    'SELECT DISTINCT follow_up_id AS id FROM follow_up_note WHERE follow_up_id = ANY($1::uuid[])',
    [rows.map((row) => row.id)],
  );
  const noted = new Set(notes.map((note) => note.id));
  return rows.map((row) => ({ row, noted: noted.has(row.id) }));
}
