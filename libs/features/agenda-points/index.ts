export { AgendaPointsModule } from './agenda-points.module.js';
export { AgendaPointRow } from './agenda-point.entity.js';
export { bringInPoints, fillInPoint, linkIndstilling } from './bring-in.js';
export type { BroughtInPoint } from './bring-in.js';
export { freezeAs, freezeNumbers } from './agenda.changes.js';
export { loadAgenda, readPointAttachments } from './agenda.queries.js';
export {
  findSeenAgenda,
  findSeenPoint,
  loadSeenAgenda,
  loadSeenPoint,
  loadSeenPointOf,
  sightOf,
} from './agenda.sight.js';
export type { SeenAgenda } from './agenda.sight.js';
export { isStandIn, visibleAgenda } from './agenda.visible.js';
export {
  agendaToBe,
  numberedAsSent,
  releasedAgenda,
  releasedAgendaOf,
  seesAllOf,
  visibilityNow,
} from './agenda.released.js';
export type { ReleasedAgenda, Sight } from './agenda.released.js';
export type { PointAttachment } from './agenda.queries.js';
export { barredRemovedPoints, removedPoints, wereSent } from './removed-points.js';
export type { RemovedRow } from './removed-points.js';
export { disqualifiedOn } from './disqualifications.service.js';
export { AgendaCarryingService } from './agenda-carrying.service.js';
export { readPostponed } from './postponed-points.queries.js';
export { AgendaMovesService } from './agenda-moves.service.js';
export { AgendaPointsService } from './agenda-points.service.js';
export type { AgendaState } from './agenda.queries.js';
export { recordClosedReads } from './closed-reads.js';
export { agendaPointsView, pointViewIn, ruleAgenda, ruledPoint } from './agenda-point.view.js';
export type { RuledAgenda, RuledPoint } from './agenda-point.view.js';
export { PlacedIndstillinger, stillOn } from './placed-indstillinger.js';
