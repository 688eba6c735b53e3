export * from './blocks.js';
export * from './collation.js';
export * from './paragraph-changes.js';
export * from './word-changes.js';
