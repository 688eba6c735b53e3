export * from './details.js';
export * from './facts.js';
export * from './workflow.js';
export * from './sending.js';
export * from './edits.js';
export * from './next-slot.js';
export * from './deadlines.js';
export * from './rhythm.js';
