export * from './titles.js';
export * from './order.js';
export * from './files.js';
