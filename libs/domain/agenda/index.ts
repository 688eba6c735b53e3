export * from './visibility.js';
export * from './agenda-point.js';
export * from './placing.js';
export * from './numbering.js';
export * from './timetable.js';
export * from './timetable.text.js';
export * from './agenda-times.js';
export * from './audience.js';
