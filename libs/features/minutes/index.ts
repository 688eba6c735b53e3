export { MinutesModule } from './minutes.module.js';
export { ClosingService } from './closing.service.js';
export { findSeenMinutes } from './minutes.access.js';
export { MinutesService } from './minutes.service.js';
