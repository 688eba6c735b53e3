import { randomUUID } from 'node:crypto';
import type { SignedIn } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';
import { canary } from './canaries.js';

/** Who keeps something for themself on every point they read, and shares it with the chair alone. */
export const KEEPERS = ['sec', 'raa', 'mem'] as const;
export const CHOSEN = 'cha';

/** The tables that hold what is one's own, or said to a few: their words stand nowhere else. */
export const OWN_TABLES = ['own_note', 'own_highlight', 'point_comment'] as const;

interface Keeping {
  readonly api: TestApi;
  readonly things: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, SignedIn | null>;
}

/** Writes notes, highlights and comments that nobody but their owners and the chosen one reads; gives how many were let through. */
export async function keepOwnWords({ api, things, people }: Keeping): Promise<number> {
  const chosen = people.get(CHOSEN)?.personId ?? '';
  let written = 0;
  for (const column of KEEPERS)
    for (const [name, pointId] of things) {
      if (!name.endsWith(' point') || name.startsWith('comment')) continue;
      written += await keepAt(api, pointId, people.get(column) ?? null, chosen);
    }
  return written;
}

/** All that can be kept at one point; nothing where it is not theirs to read. */
async function keepAt(api: TestApi, pointId: string, by: SignedIn | null, chosen: string): Promise<number> {
  const at = `agenda-points/${pointId}`;
  const note = (text: string, ifMatch: number) => api.send('put', `${at}/my-note`, { text }, { ifMatch, by });
  if ((await note(canary('private note'), 0)).status !== 200) return 0;
  await note('', 1);
  await note(canary('private note, changed'), 2);
  // What another device is answered with is its own, and stands in no log.
  await note(canary('private note that came too late'), 1);
  const marked = {
    ...{ section: 'purpose', quote: canary('quote'), prefix: canary('prefix'), suffix: canary('suffix') },
    note: canary('note of a highlight'),
  };
  await api.send('put', `${at}/my-highlights/${randomUUID()}`, marked, { by });
  await api.send('put', `${at}/my-mark`, { read: true }, { by });
  const id = randomUUID();
  const fields = { id, text: canary('comment for one'), with: { kind: 'people', personIds: [chosen] } };
  const said = await api.send('post', `${at}/comments`, fields, { by, key: `own-words-${id}` });
  await api.send(
    'patch',
    `${at}/comments/${id}`,
    { text: canary('comment for one, changed') },
    { ifMatch: 1, by },
  );
  return 1 + Number(said.status === 201);
}
