export * from './workflow.js';
export * from './corrections.js';
