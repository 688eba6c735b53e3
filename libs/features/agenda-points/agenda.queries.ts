import type { EntityManager } from 'typeorm';
import type { AgendaPart, TakenNumbers } from '../../domain/agenda/index.js';
import { load } from '../../platform/database/versioned.js';
import { MeetingRow } from '../meetings/index.js';
import { BodyRow } from '../organisation/index.js';
import { AgendaPointRow } from './agenda-point.entity.js';

/** All that numbering and timing an agenda takes: the meeting, its body, its points, and the numbers already given out. */
export interface AgendaState {
  readonly meeting: MeetingRow;
  readonly body: BodyRow;
  readonly points: AgendaPointRow[];
  readonly taken: TakenNumbers;
}

/** Loads the agenda of a meeting; `lock` holds the meeting's row, and with it the order and numbers of its points. */
export async function loadAgenda(
  tx: EntityManager,
  meetingId: string,
  options: { lock?: boolean } = {},
): Promise<AgendaState> {
  const meeting = await load(tx, MeetingRow, 'meeting', meetingId, options);
  const body = await load(tx, BodyRow, 'body', meeting.bodyId);
  const points = await tx.find(AgendaPointRow, {
    where: { meetingId },
    order: { position: 'ASC', id: 'ASC' },
  });
  return { meeting, body, points, taken: await takenNumbers(tx, meetingId) };
}

/** The numbers that stand in a sent version of the agenda, by part: none of them is ever given again. */
async function takenNumbers(tx: EntityManager, meetingId: string): Promise<TakenNumbers> {
  const rows = await tx.query<{ part: AgendaPart; number: string }[]>(
    `SELECT DISTINCT point->>'part' AS part, point->>'number' AS number
     FROM agenda_version, jsonb_array_elements(content->'points') AS point
     WHERE meeting_id = $1 AND point->>'number' IS NOT NULL`,
    [meetingId],
  );
  const of = (part: AgendaPart): string[] => rows.filter((row) => row.part === part).map((row) => row.number);
  return { main: of('main'), closed: of('closed') };
}
