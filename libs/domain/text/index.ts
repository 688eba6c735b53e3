export * from './blocks.js';
export * from './collation.js';
