export * from './details.js';
export * from './facts.js';
export * from './workflow.js';
export * from './sending.js';
export * from './edits.js';
export * from './deadlines.js';
export * from './rhythm.js';
