export { MinutesModule } from './minutes.module.js';
export { ClosingService } from './closing.service.js';
export { MinutesService } from './minutes.service.js';
