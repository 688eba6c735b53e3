export * from './iso-date.js';
export * from './clock-time.js';
export * from './danish-dates.js';
export * from './working-days.js';
export * from './zone.js';
