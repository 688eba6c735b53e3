import { PRODUCT, atLeast, holds, insightInto } from '../rights/index.js';
import type { BodyFacts, Grant, Insight } from '../rights/index.js';
import { compareDanish } from '../text/index.js';

/** Why somebody gets an agenda, in the order they are listed; who has several reasons stands with the first. */
export const RECIPIENT_GROUPS = ['member', 'participant', 'reader', 'guest'] as const;
export type RecipientGroup = (typeof RECIPIENT_GROUPS)[number];

/** Somebody who may be a recipient, with the roles that are in force today. */
export interface RecipientPerson {
  readonly id: string;
  readonly name: string;
  /** Null: the product knows none. */
  readonly address: string | null;
  readonly active: boolean;
  readonly grants: readonly Grant[];
}

/** What the rule of recipients asks of a meeting, loaded once by the caller. */
export interface RecipientFacts {
  readonly body: BodyFacts;
  /** Everybody who has a role in the body, is named in the meeting, or is a guest of one of its points. */
  readonly people: readonly RecipientPerson[];
  /** Ids of the people named as participants. */
  readonly participants: readonly string[];
  /** Ids of the points that stand on the agenda: nobody comes to one that is withdrawn. */
  readonly points: readonly string[];
}

/** Somebody an agenda is sent to. */
export interface Recipient {
  readonly personId: string;
  readonly name: string;
  readonly address: string | null;
  readonly group: RecipientGroup;
  /** Whether closed points are theirs to read, those they are disqualified on excepted. */
  readonly seesClosed: boolean;
  /** Whether the agenda is theirs to read, and not only a point that they are a guest of. */
  readonly readsAgenda: boolean;
  /** Ids of the points they are a guest of: of an agenda they see nothing else where they hold no other role. */
  readonly guestOf: readonly string[];
}

/** What stands out among the recipients: a stable code, one English sentence, and whom it is about. */
export interface RecipientFinding {
  readonly code: 'recipient-without-address' | 'participant-without-access';
  readonly rule: string;
  readonly at: string;
  readonly personId: string;
  readonly name: string;
}

export interface Recipients {
  readonly recipients: readonly Recipient[];
  readonly findings: readonly RecipientFinding[];
}

/**
 * Who an agenda is sent to, by the roles of today: rådmand, chair and members of the body, participants named in the
 * meeting who may read it, readers of an open body, and the guests of its points. A director, the secretariat and
 * administrators read it without being sent it, unless the meeting names them. Findings: `recipient-without-address`,
 * `participant-without-access` (named, but not sent what is not theirs to read).
 */
export function recipientsOf(facts: RecipientFacts): Recipients {
  const judged = facts.people
    .filter(({ active }) => active)
    .map((person) => ({ person, ...judge(person, facts) }));
  const recipients = judged.flatMap(({ person, group, insight, guestOf }): Recipient[] =>
    group === null
      ? []
      : [
          {
            ...{ personId: person.id, name: person.name, address: addressOf(person), group },
            ...{ seesClosed: atLeast(insight, 'closed'), readsAgenda: insight !== 'none', guestOf },
          },
        ],
  );
  const strangers = judged.filter(
    ({ person, group }) => group === null && facts.participants.includes(person.id),
  );
  return {
    recipients: recipients.sort(byGroupAndName),
    findings: [
      ...recipients.filter(({ address }) => address === null).map(withoutAddress),
      ...strangers.map(({ person }) => withoutAccess(person)),
    ],
  };
}

interface Judged {
  readonly group: RecipientGroup | null;
  readonly insight: Insight;
  readonly guestOf: readonly string[];
}

function judge(person: RecipientPerson, { body, participants, points }: RecipientFacts): Judged {
  const actor = { ...PRODUCT, product: false, personId: person.id, grants: person.grants };
  const insight = insightInto(actor, body);
  const guestOf = points.filter((id) => holds(actor, ['guest'], id));
  const maySee = insight !== 'none' || guestOf.length > 0;
  const group = ((): RecipientGroup | null => {
    if (holds(actor, ['raadmand', 'chair', 'member'], body.id)) return 'member';
    if (participants.includes(person.id) && maySee) return 'participant';
    if (holds(actor, ['reader'], body.id) && insight !== 'none') return 'reader';
    return guestOf.length > 0 ? 'guest' : null;
  })();
  return { group, insight, guestOf };
}

function addressOf({ address }: RecipientPerson): string | null {
  const written = (address ?? '').trim();
  return written === '' ? null : written;
}

function byGroupAndName(a: Recipient, b: Recipient): number {
  const place = RECIPIENT_GROUPS.indexOf(a.group) - RECIPIENT_GROUPS.indexOf(b.group);
  return place || compareDanish(a.name, b.name) || (a.personId < b.personId ? -1 : 1);
}

function withoutAddress({ personId, name }: Recipient): RecipientFinding {
  return {
    code: 'recipient-without-address',
    rule: 'The person has no mail address, and is not sent the agenda.',
    ...{ at: `recipients.${personId}`, personId, name },
  };
}

function withoutAccess({ id: personId, name }: RecipientPerson): RecipientFinding {
  return {
    code: 'participant-without-access',
    rule: 'The person takes part in the meeting but has no role by which they may read its agenda.',
    ...{ at: `participants.${personId}`, personId, name },
  };
}
