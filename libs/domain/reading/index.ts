export { WRITING_PAUSE, fitsNote, noteChange } from './notes.js';
export type { KeptNote } from './notes.js';
