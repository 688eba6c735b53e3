export * from './model.js';
export * from './sources.js';
export * from './document.text.js';
export * from './meeting-name.js';
export * from './file-name.js';
export * from './agenda-model.js';
export * from './minutes-model.js';
export * from './indstilling-model.js';
export * from './from-package.js';
export * from './paper.js';
export { evenly } from './paper-text.js';
export { minutesNamed, readPaper } from './read-paper.js';
export { BESIDES, sectionsBeside } from './indstilling-beside.js';
export type { Beside, SectionBeside } from './indstilling-beside.js';
export { LEFTOVER_PLACES, readIndstillingPaper } from './indstilling-paper.js';
export type { IndstillingPaper, Leftover, PaperFacts } from './indstilling-paper.js';
export { PAPER_LIMITS, isOverLong } from './indstilling-paper-limits.js';
export { DIFFERENCE_KINDS, HINDRANCES, SHOWN_FIELDS, TAKEN_FIELDS } from './paper-difference.js';
export type {
  FoundDifference,
  Hindrance,
  PaperDifference,
  ShownField,
  TakenField,
} from './paper-difference.js';
export { paperDifferences } from './paper-differences.js';
export { unprintedFields } from './paper-fidelity.js';
export type { KeptPoint } from './paper-fidelity.js';
