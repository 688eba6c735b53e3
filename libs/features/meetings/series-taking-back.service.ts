import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TakenBackSeriesView } from '../../contracts/meeting-series.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MeetingRow } from './meeting.entity.js';
import { mayRunMeetings } from './meetings.policy.js';

/** Everything that is made of a meeting refers to it: one that any of these speaks of was worked on. Read as facts. */
const REFERRING = [
  ['agenda_point', 'meeting_id'],
  ['agenda_review', 'meeting_id'],
  ['agenda_version', 'meeting_id'],
  ['left_place', 'meeting_id'],
  ['removed_point', 'meeting_id'],
  ['minutes', 'meeting_id'],
  ['follow_up', 'meeting_id'],
  ['sending', 'meeting_id'],
  ['own_highlight', 'meeting_id'],
  ['own_note', 'meeting_id'],
  ['own_place', 'meeting_id'],
  ['reminder', 'meeting_id'],
  ['returned_document', 'meeting_id'],
  ['invitation', 'meeting_id'],
  ['import_part', 'meeting_id'],
  ['document', 'subject_id'],
  ['indstilling', 'wanted_meeting_id'],
  ['decision', 'target_meeting_id'],
] as const;

const IS_WORKED_ON = REFERRING.map(
  ([table, column]) => `EXISTS (SELECT FROM ${table} WHERE ${column} = meeting.id)`,
).join(' OR ');

/** Takes back the meetings that were planned as a series, as long as nobody has worked on them. */
@Injectable()
export class SeriesTakingBackService {
  constructor(private readonly transactions: Transactions) {}

  /** The meetings nobody has touched go, all in one; those that somebody has stay, and are named. */
  takeBack(context: RequestContext, id: string): Promise<TakenBackSeriesView> {
    return this.transactions.run(context, async (tx) => {
      const { bodyId, meetings } = await loadSeries(tx, context, id);
      const rows = await tx.query<Pick<MeetingRow, 'id' | 'date' | 'state' | 'version'>[]>(
        `SELECT id, date::text AS date, state, version FROM meeting
         WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
        [meetings],
      );
      const worked = await workedOn(tx, meetings);
      const untouched = rows.filter(
        (row) => row.state === 'planned' && row.version === 1 && !worked.has(row.id),
      );
      await tx.query('DELETE FROM meeting WHERE id = ANY($1::uuid[])', [untouched.map((row) => row.id)]);
      await tx.query('DELETE FROM meeting_series WHERE id = $1', [id]);
      for (const row of untouched)
        await record(tx, context, {
          name: 'meeting.removed',
          subject: { kind: 'meeting', id: row.id },
          scopeId: bodyId,
          data: { date: row.date },
        });
      const gone = new Set(untouched.map((row) => row.id));
      const kept = rows.filter((row) => !gone.has(row.id)).map(({ id, date }) => ({ id, date }));
      return { removed: gone.size, kept: kept.sort((a, b) => (a.date < b.date ? -1 : 1)) };
    });
  }
}

/** A series of a body whose meetings the actor plans; any other is as one that does not exist. */
async function loadSeries(
  tx: EntityManager,
  { actor }: RequestContext,
  id: string,
): Promise<{ bodyId: string; meetings: string[] }> {
  const [series] = await tx.query<{ bodyId: string; meetings: string[] }[]>(
    'SELECT body_id AS "bodyId", meetings FROM meeting_series WHERE id = $1',
    [id],
  );
  if (!series || mayRunMeetings(actor, series.bodyId) !== true) throw notFound('meeting series', id);
  return series;
}

/** Asked with the meetings held: who adds to one of them is done, or waits. */
async function workedOn(tx: EntityManager, meetings: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM meeting WHERE id = ANY($1::uuid[]) AND (${IS_WORKED_ON})`,
    [meetings],
  );
  return new Set(rows.map(({ id }) => id));
}
