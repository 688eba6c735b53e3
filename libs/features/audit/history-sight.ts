import type { Actor } from '../../domain/rights/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import type { HistoryRight } from './audit.policy.js';
import type { HistoryReferences } from './history.view.js';
import type { ToldThings } from './meeting-history.queries.js';

/** What an event of a meeting is looked at with. */
export interface HistorySight {
  readonly actor: Actor;
  readonly seen: SeenMeeting;
  readonly told: ToldThings;
  /** The right to the history of the meeting itself. */
  readonly right: HistoryRight;
  readonly references: HistoryReferences;
}
