export * from './outcomes.js';
export * from './rules.js';
export * from './usual-phrase.js';
