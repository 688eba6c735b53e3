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
  const store = new Store();
  return (kind) => adapterOf(kind, store);
}

class Store {
  private readonly entries = new Map<string, Entry>();

  find(key: string): AdapterPayload | undefined {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.until > Date.now() ? entry.payload : undefined;
  }

  findBy(kind: string, field: 'uid' | 'userCode', value: string): AdapterPayload | undefined {
    return [...this.entries.keys()]
      .filter((key) => key.startsWith(`${kind}:`))
      .map((key) => this.find(key))
      .find((payload) => payload?.[field] === value);
  }

  put(key: string, payload: AdapterPayload, seconds = A_DAY): void {
    for (const oldest of this.entries.keys()) {
      if (this.entries.size < MOST_KEPT) break;
      this.entries.delete(oldest);
    }
    this.entries.set(key, { payload, until: Date.now() + seconds * 1000 });
  }

  remove(key: string): void {
    this.entries.delete(key);
  }

  removeGrant(grantId: string): void {
    for (const [key, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(key);
  }
}

/* The provider waits for each of these; nothing here needs waiting for. */
function adapterOf(kind: string, store: Store): Adapter {
  const keyOf = (id: string): string => `${kind}:${id}`;
  const done = Promise.resolve();
  return {
    upsert: (id, payload, seconds) => {
      store.put(keyOf(id), payload, seconds);
      return done;
    },
    find: (id) => Promise.resolve(store.find(keyOf(id))),
    findByUid: (uid) => Promise.resolve(store.findBy(kind, 'uid', uid)),
    findByUserCode: (code) => Promise.resolve(store.findBy(kind, 'userCode', code)),
    consume: (id) => {
      const payload = store.find(keyOf(id));
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      return done;
    },
    destroy: (id) => {
      store.remove(keyOf(id));
      return done;
    },
    revokeByGrantId: (grantId) => {
      store.removeGrant(grantId);
      return done;
    },
  };
}
