export * from './reading.js';
export { readFollowUps } from './read.js';
export * from './workflow.js';
export * from './due.js';
export * from './responsible.js';
export * from './suggestions.js';
