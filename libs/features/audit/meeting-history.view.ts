import type { MeetingHistoryEvent } from '../../contracts/history.js';
import type { HistoryRight } from './audit.policy.js';
import type { EventEntity } from './event.entity.js';
import { historyEventView } from './history.view.js';
import type { HistorySight } from './history-sight.js';
import type { ToldThings } from './meeting-history.queries.js';
import { takeBackOf } from './take-back.js';

/** Whoever does not read all reads of points and what hangs on them who did what and when, as in their own histories. */
export function rightTo({ subjectKind }: EventEntity, right: HistoryRight): HistoryRight {
  return right === 'all' || subjectKind === 'meeting' ? right : 'events';
}

export function meetingEventView(row: EventEntity, sight: HistorySight): MeetingHistoryEvent {
  const event = historyEventView(row, rightTo(row, sight.right), sight.references);
  return {
    ...event,
    about: aboutOf(row, sight.told),
    takeBack: sight.right === 'all' ? takeBackOf(row, event.changes, sight) : null,
  };
}

type About = MeetingHistoryEvent['about'];

function aboutOf({ subjectKind: kind, subjectId: id }: EventEntity, told: ToldThings): About {
  const nothing = { id, pointId: null, number: null, title: null, closed: false };
  switch (kind) {
    case 'agenda-point':
      return { kind, ...pointTold(id, told) };
    case 'attachment': {
      const bilag = told.attachments.get(id);
      const at = bilag ? pointTold(bilag.pointId, told) : nothing;
      const { pointId, number, closed } = at;
      return {
        kind,
        id,
        pointId,
        number,
        title: bilag?.title ?? null,
        closed: closed || bilag?.closed === true,
      };
    }
    case 'decision': {
      const pointId = told.decisions.get(id)?.pointId;
      return { kind, ...(pointId === undefined ? nothing : pointTold(pointId, told)), id };
    }
    case 'minutes':
      return { kind, ...nothing };
    default:
      return { kind: 'meeting', ...nothing };
  }
}

function pointTold(id: string, { points, removed, left }: ToldThings): Omit<About, 'kind'> {
  const point = points.get(id);
  if (point) return { id, pointId: id, number: point.number, title: point.title, closed: point.closed };
  // Of a point that is on another agenda this one tells what it is called only while it can be fetched from there.
  const { title = null, closed = false } = removed.get(id) ?? left.get(id) ?? {};
  return { id, pointId: null, number: null, title, closed };
}
