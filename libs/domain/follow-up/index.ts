export * from './reading.js';
export { readFollowUps } from './read.js';
export * from './workflow.js';
