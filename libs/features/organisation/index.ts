export { OrganisationModule } from './organisation.module.js';
export { BodyRow, PersonRow, StandingPointRow, UnitRow } from './organisation.entity.js';
export { BODY_JSON } from './body.json.js';
export { BodiesService } from './bodies.service.js';
export { CalendarService } from './calendar.service.js';
export { mayAdminister } from './organisation.policy.js';
export { PeopleService } from './people.service.js';
export { Reach, reachOf } from './reach.js';
export { UnitsService } from './units.service.js';
