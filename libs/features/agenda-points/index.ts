export { AgendaPointsModule } from './agenda-points.module.js';
export { AgendaPointRow } from './agenda-point.entity.js';
export { bringInPoints, freezeNumbers } from './agenda.changes.js';
export { loadAgenda } from './agenda.queries.js';
export type { AgendaState } from './agenda.queries.js';
export { agendaPointsView, ruleAgenda, ruledPoint } from './agenda-point.view.js';
export type { RuledAgenda, RuledPoint } from './agenda-point.view.js';
export { PlacedIndstillinger } from './placed-indstillinger.js';
