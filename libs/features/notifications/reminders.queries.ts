import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../domain/calendar/index.js';
import { INDSTILLING_STATES, isUnfinished } from '../../domain/indstilling/index.js';
import { MEETING_STATES, agendaIsToCome } from '../../domain/meeting/index.js';
import type { Deadline, DeadlineKind, RemindedMeeting } from '../../domain/meeting/index.js';
import { grantsOf } from '../identity/index.js';

/** A meeting whose agenda is not out, with what it is reminded of by. */
export interface OwingMeeting extends RemindedMeeting {
  readonly id: string;
  readonly bodyId: string;
  readonly bodyName: string;
}

interface OwingRow extends Omit<OwingMeeting, 'unmet'> {
  readonly reminded: Deadline[];
  readonly lacksIndstillinger: boolean;
  readonly lacksMaterial: boolean;
}

/** A deadline lies at most 60 hverdage before its meeting: so many days, holidays among them. */
const FURTHEST_DAYS = 100;

const UNFINISHED = INDSTILLING_STATES.filter(isUnfinished);
const TO_COME = MEETING_STATES.filter(agendaIsToCome);

/** An indstilling `i` of a meeting `m`: it stands on a point of it, or its author wants it there. */
const OF_MEETING = `(i.wanted_meeting_id = m.id OR EXISTS (
  SELECT FROM agenda_point p WHERE p.meeting_id = m.id AND p.indstilling_id = i.id AND NOT p.withdrawn))`;

/**
 * The meetings from a day on (ISO) whose agenda is not out and whose body keeps deadlines, with what is missing: read as
 * facts, in one query; of one meeting only where its id is given.
 */
export async function owingMeetings(
  tx: EntityManager,
  today: IsoDate,
  only: string | null = null,
): Promise<OwingMeeting[]> {
  const rows = await tx.query<OwingRow[]>(
    `SELECT m.id, m.date::text AS date, m.body_id AS "bodyId", body.name AS "bodyName", body.settings->'deadlines' AS rules,
            EXISTS (SELECT FROM indstilling i
                    WHERE i.body_id = m.body_id AND ${OF_MEETING}
                      AND i.state = ANY($4)) AS "lacksIndstillinger",
            EXISTS (SELECT FROM agenda_point p JOIN attachment a ON a.point_id = p.id OR a.indstilling_id = p.indstilling_id
                    WHERE p.meeting_id = m.id AND NOT p.withdrawn
                      AND a.file_version_id IS NULL AND a.imported_text IS NULL) AS "lacksMaterial",
            (SELECT coalesce(json_agg(json_build_object('kind', kind, 'date', due_date, 'time', due_time)), '[]')
             FROM reminder WHERE meeting_id = m.id) AS reminded
     FROM meeting m JOIN body ON body.id = m.body_id
     WHERE m.state = ANY($5) AND m.date BETWEEN $1::date AND $1::date + $2::integer
       AND body.settings->'deadlines' <> '{}'::jsonb AND ($3::uuid IS NULL OR m.id = $3)
     ORDER BY m.date, m.id`,
    [today, FURTHEST_DAYS, only, UNFINISHED, TO_COME],
  );
  return rows.map(({ lacksIndstillinger, lacksMaterial, ...meeting }) => ({
    ...meeting,
    unmet: [
      ...(lacksIndstillinger ? (['indstillinger'] as const) : []),
      ...(lacksMaterial ? (['material'] as const) : []),
      'agenda' as const satisfies DeadlineKind,
    ],
  }));
}

/** Somebody of a secretariat who has an address. */
export interface SecretariatPerson {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** Who is of the secretariat of a body on a day (ISO), themselves or as a substitute, and has an address. */
export function secretariatOf(
  tx: EntityManager,
  bodyId: string,
  today: IsoDate,
): Promise<SecretariatPerson[]> {
  return tx.query<SecretariatPerson[]>(
    `SELECT person.id, person.name, person.email AS address FROM person
     WHERE person.active AND person.email IS NOT NULL AND EXISTS (
       SELECT FROM json_array_elements(${grantsOf('person.id')}) AS held
       WHERE held->>'role' = 'secretariat' AND held->>'bodyId' = $1::text)
       AND person.id IN (SELECT person_id FROM membership WHERE body_id = $1::uuid)
     ORDER BY person.id`,
    [bodyId, today],
  );
}
