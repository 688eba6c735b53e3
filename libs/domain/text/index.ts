export * from './blocks.js';
export * from './collation.js';
export * from './word-changes.js';
