import type { Actor } from '../../domain/rights/index.js';
import { abilityOf } from '../../platform/http/problem-error.js';
import type { BodyView, PersonView, UnitView } from '../../contracts/organisation.js';
import { mayAdminister, mayChangeBody, maySeeClosedStandingPoints } from './organisation.policy.js';
import type { BodyRow, PersonRow, StandingPointRow, UnitRow } from './organisation.entity.js';

export function unitView(row: UnitRow, actor: Actor): UnitView {
  const { id, code, name, aliases, letterhead, version } = row;
  const abilities = { change: abilityOf(mayAdminister(actor)) };
  return { id, code, name, aliases, letterhead, version, abilities };
}

export function personView(row: PersonRow, actor: Actor): PersonView {
  const { id, name, initials, aliases, title, phone, email, unitId, active, version } = row;
  const abilities = { change: abilityOf(mayAdminister(actor)) };
  return { id, name, initials, aliases, title, phone, email, unitId, active, version, abilities };
}

export function bodyView(row: BodyRow, standing: readonly StandingPointRow[], actor: Actor): BodyView {
  const { id, name, kind, settings, secretariatId, visibility } = row;
  // How often it was saved tells of closed standing points; who changes nothing needs no version.
  const version = mayChangeBody(actor, row) === true ? row.version : 1;
  const seen = maySeeClosedStandingPoints(actor, row)
    ? standing
    : standing.filter((point) => point.fields.visibility === 'open');
  const standingPoints = seen.map((point) => ({ id: point.id, ...point.fields }));
  const abilities = { change: abilityOf(mayChangeBody(actor, row)) };
  return { id, name, kind, settings, secretariatId, visibility, standingPoints, version, abilities };
}
