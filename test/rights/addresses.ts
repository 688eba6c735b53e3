import { QUERIES } from './requests.js';
import type { TestApi } from '../support/test-api.js';
import { routesOf } from './rule-table.js';

/** The ids of everything of a kind, by the first word of the addresses it is asked for at. */
async function idsByRoot(api: TestApi): Promise<ReadonlyMap<string, string[]>> {
  const tables = {
    ...{ meetings: 'meeting', 'agenda-points': 'agenda_point', attachments: 'attachment', bodies: 'body' },
    ...{ 'follow-ups': 'follow_up', indstillinger: 'indstilling', documents: 'document', units: 'unit' },
    ...{ people: 'person', imports: 'import_record', memberships: 'membership', sendings: 'sending' },
  };
  const ids = new Map<string, string[]>();
  for (const [root, table] of Object.entries(tables)) {
    const rows = await api.database.query<{ id: string }>(`SELECT id FROM ${table}`);
    ids.set(
      root,
      rows.map(({ id }) => id),
    );
  }
  return ids;
}

const KINDS = {
  ...{
    meeting: 'meetings',
    'agenda-point': 'agenda-points',
    attachment: 'attachments',
    document: 'documents',
  },
  ...{ 'follow-up': 'follow-ups', indstilling: 'indstillinger', person: 'people', body: 'bodies' },
};

/** Every address that can be read, of everything there is in the world of an api. */
export async function addressesIn(api: TestApi): Promise<string[]> {
  const ids = await idsByRoot(api);
  const routes = [...(await routesOf(api)).keys()].filter((route) => route.startsWith('GET '));
  return routes.flatMap((route) => {
    const path = route.slice('GET /'.length).replace('{number}', '1');
    if (path.includes('{kind}'))
      return Object.entries(KINDS).flatMap(([kind, root]) =>
        (ids.get(root) ?? []).map((id) => `history/${kind}/${id}`),
      );
    if (!path.includes('{id}')) return [path, `${path}?limit=200`];
    return (ids.get(path.split('/')[0] ?? '') ?? []).map(
      (id) => `${path.replace('{id}', id)}${QUERIES[route] ?? ''}`,
    );
  });
}
