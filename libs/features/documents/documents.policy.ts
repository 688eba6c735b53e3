import { atLeast, no, onlyFor } from '../../domain/rights/index.js';
import type { Insight, May } from '../../domain/rights/index.js';
import type { Audience } from '../../domain/agenda/index.js';

/** What somebody asks to have made of a meeting. */
export interface AskedFor {
  readonly audience: Audience;
  /** The agenda as it stands, whether it was sent or not. */
  readonly isDraft: boolean;
}

/**
 * Whether somebody may have a document of a meeting they see made: drafts are for those who draft, the whole for those
 * who read closed papers, the open part for those who see into the body. A guest has one point, and no document holds
 * only that. Whether there is anything for them to print is asked of the rows.
 */
export function mayAskFor(insight: Insight, { audience, isDraft }: AskedFor): May {
  if (isDraft) return onlyFor(insight === 'drafts', 'the secretariat of the body');
  if (audience === 'all')
    return onlyFor(atLeast(insight, 'closed'), 'those who read closed papers of the body');
  return onlyFor(atLeast(insight, 'open'), 'those who see into the body');
}

/** A document prints what is closed to whoever asked for it: a closed paper, or one they are disqualified on. */
export const PRINTS_CLOSED: May = no(
  'The document prints papers that are closed to you.',
  'those who read closed papers of the body',
);
