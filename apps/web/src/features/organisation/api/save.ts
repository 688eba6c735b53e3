import type {
  BodySettings,
  BodyView,
  PersonView,
  StandingPointFields,
  UnitView,
} from '../../../../../../libs/contracts/organisation.js';
import { api } from '../../../lib/api/client.js';
import type { bodyRequest } from '../forms/body.js';
import type { personRequest } from '../forms/person.js';
import type { unitRequest } from '../forms/unit.js';

/** Changes what has an id at a version, or makes it new without. */
function save<View>(path: string, id: string | null, version: number | null, body: object): Promise<View> {
  if (id === null || version === null) return api.post<View>(path, { body });
  return api.patch<View>(`${path}/${id}`, { version, body });
}

export const saveUnit = (id: string | null, version: number | null, body: ReturnType<typeof unitRequest>) =>
  save<UnitView>('units', id, version, body);
export const savePerson = (
  id: string | null,
  version: number | null,
  body: ReturnType<typeof personRequest>,
) => save<PersonView>('people', id, version, body);
export const saveStandingPoints = (
  bodyId: string,
  version: number,
  points: readonly StandingPointFields[],
): Promise<BodyView> => api.put<BodyView>(`bodies/${bodyId}/standing-points`, { version, body: { points } });
export const saveSections = (
  bodyId: string,
  version: number,
  sections: BodySettings['sections'],
): Promise<BodyView> =>
  api.patch<BodyView>(`bodies/${bodyId}`, { version, body: { settings: { sections } } });
export const saveBody = (id: string | null, version: number | null, body: ReturnType<typeof bodyRequest>) =>
  save<BodyView>('bodies', id, version, body);
