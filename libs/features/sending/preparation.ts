import type { EntityManager } from 'typeorm';
import type { PlannedRecipientView } from '../../contracts/sendings.js';
import { checkSending, leftoverRefusals } from '../../domain/meeting/index.js';
import type { AgendaWarning, MeetingFacts } from '../../domain/meeting/index.js';
import type { Refusal } from '../../domain/outcome.js';
import type { GuestSlot, Recipient, RecipientFinding } from '../../domain/sending/index.js';
import { plainText } from '../../domain/text/index.js';
import { agendaToBe } from '../agenda-points/index.js';
import type { AgendaState } from '../agenda-points/index.js';
import { meetingFacts } from '../meetings/index.js';
import { AgendaVersionRow } from './agenda-version.entity.js';
import { isGuestOfOne, slotsOf } from './guest-slots.js';
import { readInvitations, recipientsToday } from './recipients.queries.js';
import type { Invitation } from './recipients.queries.js';
import { textsToSend } from './sent-indstillinger.js';
import { changesFor, takeSnapshot } from './snapshot.js';
import type { Snapshot } from './snapshot.js';

/** Somebody the agenda is sent to, and whether this sending is for them. */
export interface PlannedRecipient extends Recipient {
  readonly told: boolean;
  /** When the guest of one point takes part; null for everybody else. */
  readonly slot: GuestSlot | null;
}

/** Everything that is asked before an agenda is sent, worked out once for the check and for the sending itself. */
export interface Preparation {
  readonly kind: 'first' | 'correction';
  readonly facts: MeetingFacts;
  readonly snapshot: Snapshot;
  readonly newest: AgendaVersionRow | null;
  readonly recipients: readonly PlannedRecipient[];
  /** Those whose calendars have the meeting and who are no longer sent its agenda. */
  readonly dropped: readonly Invitation[];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly (AgendaWarning | RecipientFinding)[];
}

/** Prepares the sending of an agenda on a day (ISO); a constant number of queries. */
export async function prepareSending(
  tx: EntityManager,
  state: AgendaState,
  today: string,
): Promise<Preparation> {
  const { meeting } = state;
  const kind = meeting.state === 'sent' ? 'correction' : 'first';
  const newest = await tx.findOne(AgendaVersionRow, {
    where: { meetingId: meeting.id },
    order: { number: 'DESC' },
  });
  const texts = await textsToSend(tx, meeting.id);
  const snapshot = await takeSnapshot(tx, state, texts, { newest, today });
  const facts = await meetingFacts(tx, meeting);
  const { recipients, findings } = await recipientsToday(tx, state, today);
  const invited = (await readInvitations(tx, meeting.id)).filter(({ cancelled }) => !cancelled);
  const told = await toldOf(tx, state, { kind, newest, snapshot, recipients, invited });
  const check = checkSending(facts, kind);
  return {
    ...{ kind, facts, snapshot, newest },
    recipients: await withSlots(tx, state, snapshot, told),
    dropped: invited.filter(({ personId }) => recipients.every((one) => one.personId !== personId)),
    refusals: [
      ...check.refusals,
      ...leftoverRefusals(writtenIn(state)),
      ...(recipients.length === 0 ? [NO_RECIPIENTS] : []),
    ],
    warnings: [...check.warnings, ...findings],
  };
}

const NO_RECIPIENTS: Refusal = {
  code: 'no-recipients',
  rule: 'The body has no members, participants, readers or guests that the agenda could be sent to.',
  at: 'recipients',
  liftedBy: 'administrator',
};

type ToldRecipient = Omit<PlannedRecipient, 'slot'>;

/** Each with the time that is theirs, where one of them is the guest of one point. */
async function withSlots(
  tx: EntityManager,
  state: AgendaState,
  { content }: Snapshot,
  recipients: readonly ToldRecipient[],
): Promise<PlannedRecipient[]> {
  const slots = recipients.some(isGuestOfOne)
    ? slotsOf(await agendaToBe(tx, state, content), recipients)
    : new Map<string, GuestSlot>();
  return recipients.map((recipient) => ({ ...recipient, slot: slots.get(recipient.personId) ?? null }));
}

type Told = Pick<Preparation, 'kind' | 'newest' | 'snapshot'> & {
  readonly recipients: readonly Recipient[];
  readonly invited: readonly Invitation[];
};

/**
 * Who is told: everybody of a first sending; of a correction those who read closed things, those it changes something for,
 * and those who were not told before. A mail about nothing would tell that there is something.
 */
async function toldOf(tx: EntityManager, state: AgendaState, of: Told): Promise<ToldRecipient[]> {
  const { kind, newest, snapshot, recipients, invited } = of;
  if (kind === 'first') return recipients.map((recipient) => ({ ...recipient, told: true }));
  const changes = await changesFor(tx, state, newest, snapshot);
  const known = new Set(invited.map(({ personId }) => personId));
  return recipients.map((recipient) => {
    const { personId, seesClosed, readsAgenda, guestOf } = recipient;
    const changed = (readsAgenda && changes.open) || guestOf.some(changes.guestOf);
    return { ...recipient, told: seesClosed || changed || !known.has(personId) };
  });
}

/** What is written in the points of an agenda themselves, but for what is withdrawn. */
function writtenIn({ points }: AgendaState): { id: string; texts: string[] }[] {
  return points
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, title, purpose, method, attending }) => ({
      id,
      texts: [title, plainText(purpose), method ?? '', attending ?? ''],
    }));
}

/** A planned recipient as the secretariat reads it. */
export function plannedView(recipient: PlannedRecipient): PlannedRecipientView {
  const { personId, name, address, group, seesClosed, told } = recipient;
  return { personId, name, address, group, seesClosed, told };
}
