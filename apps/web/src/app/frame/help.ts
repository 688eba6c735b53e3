import { createStore } from '../../lib/store.js';

/** Whether the list of shortcuts is shown. */
export const helpIsOpen = createStore(false);
