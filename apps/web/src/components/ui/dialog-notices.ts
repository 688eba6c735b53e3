import { createStore } from '../../lib/store.js';

/** Where notices of the whole product are shown while a dialog covers the page; null when none does. */
export const dialogNotices = createStore<HTMLElement | null>(null);
