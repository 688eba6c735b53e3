import { effectiveVisibility } from './agenda-point.js';
import type { AgendaPoint, NumberingPolicy } from './agenda-point.js';
import { strictest } from './visibility.js';
import type { Audience, Visibility } from './visibility.js';
import type { RichText } from '../text/index.js';

/** The title of a closed point for those who may not read it, where no public title is given. */
export const CLOSED_POINT_TITLE = 'Lukket punkt';

/** What a closed point may say in public, where the body numbers in one series. */
export interface PublicSide {
  readonly publicTitle?: string | null;
  readonly publicDecision?: RichText | null;
}

/** The stand-in for a closed point: number, time and its public side, nothing more. */
export interface NeutralPoint extends AgendaPoint {
  readonly neutral: true;
  readonly publicDecision: RichText;
}

/** Tells a stand-in from a point that may be read. */
export function isNeutral(point: AgendaPoint): point is NeutralPoint {
  return 'neutral' in point;
}

/** Whom an agenda is shown to, and the settings of the body that decide what they see. */
export interface AudienceView {
  readonly audience: Audience;
  readonly policy: NumberingPolicy;
  readonly bodyVisibility: Visibility;
  /** Closed points that the one it is shown to is disqualified (inhabil) on: a stand-in holds their place. */
  readonly disqualifiedFrom?: readonly string[];
}

function neutral(point: AgendaPoint & PublicSide): NeutralPoint {
  const written = point.type === 'written-information';
  const title = point.publicTitle?.trim() ?? '';
  return {
    neutral: true,
    id: point.id,
    parentId: point.parentId,
    position: point.position,
    title: title === '' ? CLOSED_POINT_TITLE : title,
    minutes: written ? null : point.minutes,
    fixedStart: written ? null : point.fixedStart,
    type: 'standing',
    visibility: 'closed',
    state: point.state,
    late: point.late,
    frozenNumber: point.frozenNumber,
    frozenPart: point.frozenPart ?? null,
    publicDecision: point.publicDecision ?? [],
  };
}

/**
 * The points an audience may see, before anything is numbered or timed, so that nothing later can depend on the rest
 * (PRODUCT.md, Closed points and rule 2). The strictest of body, parent and point decides. For `open`:
 *
 * - a closed body shows nothing;
 * - with separate series a closed point does not exist;
 * - in one series a stand-in keeps its number and time, with the public title and decision where given.
 *
 * For `all`, a stand-in holds the place of each closed point that the reader is disqualified on.
 */
export function forAudience<P extends AgendaPoint & PublicSide>(
  points: readonly P[],
  view: AudienceView,
): readonly (P | NeutralPoint)[] {
  if (view.audience === 'open' && view.bodyVisibility === 'closed') return [];
  const visibility = effectiveVisibility(points);
  const isClosed = (point: P): boolean =>
    view.bodyVisibility === 'closed' || visibility.get(point.id) !== 'open';
  if (view.audience === 'all') {
    const hidden = new Set(view.disqualifiedFrom);
    if (hidden.size === 0) return points;
    return points.map((point) => (hidden.has(point.id) && isClosed(point) ? neutral(point) : point));
  }
  if (view.policy === 'separate-series') return points.filter((point) => !isClosed(point));
  return points.map((point) => (isClosed(point) ? neutral(point) : point));
}

/** What the rules need to know of an attachment (bilag). */
export interface AttachmentPlace {
  readonly position: number;
  readonly visibility: Visibility;
}

/** An attachment with its number under the point, from 1. */
export interface NumberedAttachment<A extends AttachmentPlace> {
  readonly attachment: A;
  readonly number: number;
  /** The strictest of the point's visibility and its own. */
  readonly visibility: Visibility;
}

/**
 * The attachments of a point that an audience may see, numbered from 1 (PRODUCT.md, Closed points): open ones first,
 * then closed ones, each by position, so that for `open` no number is missing.
 */
export function attachmentsFor<A extends AttachmentPlace>(
  attachments: readonly A[],
  pointVisibility: Visibility,
  audience: Audience,
): readonly NumberedAttachment<A>[] {
  const byPlace = [...attachments].sort((a, b) => a.position - b.position);
  const open = byPlace.filter((attachment) => strictest(pointVisibility, attachment.visibility) === 'open');
  const closed = byPlace.filter(
    (attachment) => strictest(pointVisibility, attachment.visibility) === 'closed',
  );
  const seen = audience === 'all' ? [...open, ...closed] : open;
  return seen.map((attachment, i) => ({
    attachment,
    number: i + 1,
    visibility: strictest(pointVisibility, attachment.visibility),
  }));
}
