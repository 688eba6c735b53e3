import type { AgendaView } from '../../contracts/sending.js';
import type { SeenAgenda } from '../agenda-points/index.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import type { AgendaVersionRow } from './agenda-version.entity.js';
import { agendaView } from './agenda.view.js';
import type { SentText } from './sent-indstillinger.js';

/** A sent version as one reader has it, with the number it has for them. */
export interface SeenVersion {
  readonly id: string;
  readonly number: number;
  /** The number it was sent with. */
  readonly trueNumber: number;
  readonly sentAt: Date;
  /** What they see of it. */
  readonly agenda: () => Promise<AgendaView>;
}

/** The agenda of a version as sent, but for what its reader may not see. */
export function seenContent(content: AgendaView, seen: Omit<SeenAgenda, 'insight'>): AgendaView {
  const { meeting, body } = content;
  const facts = {
    ...{ attachments: seen.attachments, letterhead: meeting.letterhead },
    ...{ chair: meeting.chair, minuteTaker: meeting.minuteTaker },
  };
  const view = agendaView(seen.state, facts, seen.audience);
  return { ...view, meeting, body };
}

/** Those of the texts of a version that lie on the points of what a reader has of it. */
export function textsOn({ points }: AgendaView, texts: readonly SentText[]): SentText[] {
  const links = new Map(points.map(({ id, indstillingId }) => [id, indstillingId]));
  return texts.filter(({ pointId, indstillingId }) => links.get(pointId) === indstillingId);
}

/**
 * The versions a reader of open things has: those that changed something for them, numbered without gaps, so that a
 * correction of closed points does not show that there are any.
 */
export function distinctVersions(
  versions: readonly {
    readonly row: Pick<AgendaVersionRow, 'id' | 'number' | 'sentAt'>;
    readonly agenda: AgendaView;
    readonly texts: readonly SentText[];
  }[],
): SeenVersion[] {
  const seen: SeenVersion[] = [];
  let last: string | null = null;
  for (const { row, agenda, texts } of versions) {
    const hash = contentHash({ agenda, texts });
    if (hash === last) continue;
    last = hash;
    const { id, number: trueNumber, sentAt } = row;
    seen.push({ id, number: seen.length + 1, trueNumber, sentAt, agenda: () => Promise.resolve(agenda) });
  }
  return seen;
}
