import type { SendingCheckView } from '../../contracts/sendings.js';
import { isApproved } from '../../domain/indstilling/index.js';
import { pointsToTreat } from '../../domain/meeting/index.js';
import type { Actor } from '../../domain/rights/index.js';
import type { AgendaState } from '../agenda-points/index.js';
import { plannedView } from './preparation.js';
import type { Preparation } from './preparation.js';

/**
 * The check as the secretary who asks reads it. What only stands out of a closed point they are disqualified on is left
 * out, and such points are not counted; what stops the sending is told, since it would stop it.
 */
export function checkView(prepared: Preparation, state: AgendaState, actor: Actor): SendingCheckView {
  const { kind, facts, snapshot, newest, recipients, refusals, warnings } = prepared;
  const barred = new Set(actor.disqualifiedFrom);
  const seen = snapshot.content.points.filter(
    ({ id, effectiveVisibility }) => effectiveVisibility === 'open' || !barred.has(id),
  );
  const hidden = new Set(
    state.points.map(({ id }) => id).filter((id) => seen.every((point) => point.id !== id)),
  );
  const placed = <Found extends { readonly at?: string }>(found: Found) => {
    const pointId = pointAt(found.at, facts.points);
    return pointId === null ? found : { ...found, pointId };
  };
  const isSeen = (found: object): boolean =>
    !('pointId' in found && typeof found.pointId === 'string' && hidden.has(found.pointId));
  const treated = pointsToTreat(facts.points.filter(({ id }) => !hidden.has(id)));
  const timed = treated.filter(({ type }) => type !== 'written-information');
  const indstillinger = treated.flatMap(({ indstilling }) => (indstilling === null ? [] : [indstilling]));
  const attachments = seen.flatMap((point) =>
    point.attachments.map(({ visibility }) => ({ closed: visibility === 'closed', point })),
  );
  return {
    kind,
    refusals: refusals.map(placed),
    warnings: [...warnings.map(placed), ...(hidden.size > 0 ? [] : overrun(snapshot.content.times))].filter(
      isSeen,
    ),
    unchangedSince:
      kind === 'correction' && newest?.contentHash === snapshot.contentHash ? newest.number : null,
    recipients: recipients.map(plannedView),
    closed: {
      points: seen.filter(({ effectiveVisibility }) => effectiveVisibility === 'closed').length,
      attachments: attachments.filter(({ closed, point }) => closed && point.effectiveVisibility === 'open')
        .length,
      seenBy: recipients.filter(({ seesClosed }) => seesClosed).length,
    },
    counts: {
      points: timed.length,
      withMinutes: timed.filter(({ minutes }) => minutes !== null).length,
      indstillinger: indstillinger.length,
      approved: indstillinger.filter(isApproved).length,
      attachments: attachments.length,
    },
  };
}

/** The id of the point a finding is about: by its place in the facts, or by its id. */
function pointAt(at: string | undefined, points: Preparation['facts']['points']): string | null {
  const [, index, id] = /^points(?:\[(\d+)\]|\.([\w-]+))/.exec(at ?? '') ?? [];
  if (index !== undefined) return points[Number(index)]?.id ?? null;
  return id ?? null;
}

function overrun({ overrun: minutes }: Preparation['snapshot']['content']['times']) {
  if (minutes === null || minutes === 0) return [];
  return [
    {
      code: 'agenda-overruns',
      rule: `The points take ${minutes} minutes more than the meeting has.`,
      at: 'times',
    },
  ];
}
