export { MOST_CONTEXT, anchorOf, findAnchor } from './anchors.js';
export type { Anchor, TextRange } from './anchors.js';
export { WRITING_PAUSE, fitsNote, noteChange } from './notes.js';
export type { KeptNote } from './notes.js';
