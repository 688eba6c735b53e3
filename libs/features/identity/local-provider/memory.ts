import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Old entries are forgotten before there are more than this many. */
const MOST_KEPT = 2000;
const A_DAY = 86_400;

/**
 * Where the local provider keeps what is on its way: in memory, since a sign-in that a new start interrupts can be made
 * again. One store holds all kinds of things the provider keeps.
 */
export function memoryStore(): (kind: string) => Adapter {
  const entries = new Map<string, Entry>();
  const find = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    return entry !== undefined && entry.until > Date.now() ? entry.payload : undefined;
  };
  const put = (key: string, payload: AdapterPayload, seconds = A_DAY): void => {
    for (const oldest of entries.keys()) {
      if (entries.size < MOST_KEPT) break;
      entries.delete(oldest);
    }
    entries.set(key, { payload, until: Date.now() + seconds * 1000 });
  };
  return (kind) => adapterOf(kind, { entries, find, put });
}

interface Store {
  readonly entries: Map<string, Entry>;
  find(key: string): AdapterPayload | undefined;
  put(key: string, payload: AdapterPayload, seconds: number | undefined): void;
}

function adapterOf(kind: string, { entries, find, put }: Store): Adapter {
  const keyOf = (id: string): string => `${kind}:${id}`;
  const findBy = (field: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
    [...entries]
      .filter(([key]) => key.startsWith(`${kind}:`))
      .map(([key]) => find(key))
      .find((payload) => payload?.[field] === value);
  return {
    upsert: (id, payload, seconds) => Promise.resolve(put(keyOf(id), payload, seconds)),
    find: (id) => Promise.resolve(find(keyOf(id))),
    findByUid: (uid) => Promise.resolve(findBy('uid', uid)),
    findByUserCode: (code) => Promise.resolve(findBy('userCode', code)),
    consume: (id) => {
      const payload = find(keyOf(id));
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      return Promise.resolve();
    },
    destroy: (id) => Promise.resolve(void entries.delete(keyOf(id))),
    revokeByGrantId: (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      return Promise.resolve();
    },
  };
}
