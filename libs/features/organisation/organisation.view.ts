import type { BodyView, PersonView, UnitView } from '../../contracts/organisation.js';
import type { BodyRow, PersonRow, StandingPointRow, UnitRow } from './organisation.entity.js';

export function unitView(row: UnitRow): UnitView {
  const { id, code, name, aliases, letterhead, version } = row;
  return { id, code, name, aliases, letterhead, version };
}

export function personView(row: PersonRow): PersonView {
  const { id, name, initials, aliases, title, phone, email, unitId, active, version } = row;
  return { id, name, initials, aliases, title, phone, email, unitId, active, version };
}

export function bodyView(row: BodyRow, standing: readonly StandingPointRow[]): BodyView {
  const { id, name, kind, settings, secretariatId, visibility, version } = row;
  const standingPoints = standing.map((point) => ({ id: point.id, ...point.fields }));
  return { id, name, kind, settings, secretariatId, visibility, standingPoints, version };
}
