import { createStore } from '../store.js';

/** What requests need of the session. `expired`: there was one, and the api no longer knows it. */
export interface Credentials {
  readonly csrfToken: string | null;
  readonly expired: boolean;
}

export const credentials = createStore<Credentials>({ csrfToken: null, expired: false });
