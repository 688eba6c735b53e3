import type { EntityManager } from 'typeorm';
import type { SubjectKind } from '../../contracts/events.js';
import type { Actor } from '../../domain/rights/index.js';
import { findSeenPoint } from '../agenda-points/index.js';
import { findSeenAttachment } from '../attachments/index.js';
import { findSeenDecision } from '../decisions/index.js';
import { findSeenDocument } from '../documents/index.js';
import { findSeenFollowUp } from '../follow-ups/index.js';
import { findSeenIndstilling } from '../indstillinger/index.js';
import { findSeenMeeting } from '../meetings/index.js';
import { findSeenMinutes } from '../minutes/index.js';

/** Whether a thing is there for somebody, as the feature that owns it says when they read the thing itself. */
type IsSeen = (tx: EntityManager, actor: Actor, id: string) => Promise<boolean>;

/** The history of these is for fewer than may read them: the role alone decides, and it is the policy that asks it. */
const byRole: IsSeen = () => Promise.resolve(true);

const seenAs =
  (find: (tx: EntityManager, actor: Actor, id: string) => Promise<unknown>): IsSeen =>
  async (tx, actor, id) =>
    (await find(tx, actor, id)) !== null;

/** Whoever has only what was submitted last knows nothing of the work on it since, nor that there was any. */
const isWhole: IsSeen = async (tx, actor, id) =>
  (await findSeenIndstilling(tx, actor, id))?.sight === 'whole';

const isSeenAttachment: IsSeen = async (tx, actor, id) => {
  const row = await findSeenAttachment(tx, actor, id);
  if (!row) return false;
  return row.indstillingId === null || isWhole(tx, actor, row.indstillingId);
};

/** Nobody reads the history of a thing that they do not see: every kind asks the feature that owns it. */
export const IS_SEEN: Readonly<Record<SubjectKind, IsSeen>> = {
  ...{ unit: byRole, calendar: byRole, import: byRole, membership: byRole, session: byRole },
  ...{ person: byRole, body: byRole },
  meeting: seenAs(findSeenMeeting),
  'agenda-point': seenAs(findSeenPoint),
  decision: seenAs(findSeenDecision),
  attachment: isSeenAttachment,
  minutes: seenAs(findSeenMinutes),
  document: seenAs(findSeenDocument),
  indstilling: isWhole,
  'follow-up': seenAs(findSeenFollowUp),
};
