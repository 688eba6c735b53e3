import type { EntityManager } from 'typeorm';
import type { OwnReviewView, ReviewersView } from '../../contracts/reviews.js';
import type { IsoDate } from '../../domain/calendar/index.js';
import { atLeast, insightInto } from '../../domain/rights/index.js';
import type { Actor, BodyFacts } from '../../domain/rights/index.js';
import { grantsOf } from '../identity/index.js';

interface ReviewRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly askedAt: Date;
  readonly mail: ReviewersView['items'][number]['mail'];
  readonly cause: ReviewersView['items'][number]['cause'];
  readonly readAt: Date | null;
  readonly comment: string | null;
}

/** Those who are asked to read an agenda through, with what they said. */
export async function reviewersOf(tx: EntityManager, meetingId: string): Promise<ReviewersView['items']> {
  const rows = await tx.query<ReviewRow[]>(
    `SELECT agenda_review.id, person_id AS "personId", person.name, asked_at AS "askedAt", state AS mail, cause,
            read_at AS "readAt", comment
     FROM agenda_review JOIN person ON person.id = person_id
     WHERE meeting_id = $1 AND taken_back_at IS NULL ORDER BY person.name, person.id`,
    [meetingId],
  );
  return rows.map(({ askedAt, readAt, ...row }) => ({
    ...row,
    ...{ askedAt: askedAt.toISOString(), readAt: readAt?.toISOString() ?? null },
  }));
}

/** The version of the list: each time somebody is asked, or the agenda taken back from them, it is one more. */
export async function reviewersVersion(tx: EntityManager, meetingId: string): Promise<number> {
  const [{ version }] = await tx.query<[{ version: number }]>(
    'SELECT 1 + count(*)::int + count(taken_back_at)::int AS version FROM agenda_review WHERE meeting_id = $1',
    [meetingId],
  );
  return version;
}

/** The review that a person is asked for, or null; `lock` holds it until the transaction ends. */
export async function reviewOf(
  tx: EntityManager,
  meetingId: string,
  personId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<OwnReviewView['review']> {
  const [row] = await tx.query<[Pick<ReviewRow, 'askedAt' | 'readAt' | 'comment'>?]>(
    `SELECT asked_at AS "askedAt", read_at AS "readAt", comment FROM agenda_review
     WHERE meeting_id = $1 AND person_id = $2 AND taken_back_at IS NULL${lock ? ' FOR UPDATE' : ''}`,
    [meetingId, personId],
  );
  if (!row) return null;
  const { askedAt, readAt, comment } = row;
  return { askedAt: askedAt.toISOString(), readAt: readAt?.toISOString() ?? null, comment };
}

/** A person with the roles they hold on a day. */
interface Holder {
  readonly id: string;
  readonly name: string;
  readonly grants: Actor['grants'];
}

/**
 * Those who can be asked: people who hold a right in the body on a day (ISO) and see into it, but for those who draft its
 * agendas anyway. In one query, and the rules of rights.
 */
export async function reviewCandidates(
  tx: EntityManager,
  body: BodyFacts,
  today: IsoDate,
): Promise<ReviewersView['candidates']> {
  const people = await tx.query<Holder[]>(
    `SELECT person.id, person.name, ${grantsOf('person.id')} AS grants FROM person
     WHERE person.active AND person.id IN (SELECT person_id FROM membership WHERE body_id = $1::uuid)
     ORDER BY person.name, person.id`,
    [body.id, today],
  );
  return people.flatMap(({ id, name, grants }) => {
    const actor = { personId: id, product: false, grants, disqualifiedFrom: [], viewedBy: null };
    const insight = insightInto(actor, body);
    const holdsHere = grants.some(({ bodyId }) => bodyId === body.id);
    if (!holdsHere || insight === 'none' || insight === 'drafts') return [];
    return [{ personId: id, name, seesClosed: atLeast(insight, 'closed') }];
  });
}
