export * from './titles.js';
export * from './order.js';
