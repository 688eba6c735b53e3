import type { EntityManager } from 'typeorm';
import type { Letterhead } from '../../contracts/organisation.js';
import { askPrepared } from '../../platform/database/prepared.js';
import type { Prepared } from '../../platform/database/prepared.js';
import type { PointAttachment } from '../agenda-points/index.js';

/** What an agenda prints that stands in other features' rows, read as facts in one query. */
export interface AgendaSurroundings extends MeetingNames {
  readonly attachments: readonly PointAttachment[];
}

/** The letterhead and the names, as they are today. */
export interface MeetingNames {
  readonly letterhead: Letterhead | null;
  readonly chair: string | null;
  readonly minuteTaker: string | null;
}

const NAMES: Prepared = {
  name: 'letterhead and names of a meeting',
  text: `
  SELECT
    (SELECT letterhead FROM unit WHERE id = b.secretariat_id) AS letterhead,
    (SELECT name FROM person WHERE id = m.chair_id) AS chair,
    (SELECT name FROM person WHERE id = m.minute_taker_id) AS "minuteTaker"
  FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = $1`,
  pipe: 'agendas',
};

export async function readNames(tx: EntityManager, meetingId: string): Promise<MeetingNames> {
  const [found] = await askPrepared<MeetingNames>(tx, NAMES, [meetingId]);
  return found ?? { letterhead: null, chair: null, minuteTaker: null };
}
