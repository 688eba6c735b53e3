export * from './rules.js';
export * from './outcomes.js';
