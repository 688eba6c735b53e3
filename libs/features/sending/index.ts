export { SendingModule } from './sending.module.js';
export { SendingService } from './sending.service.js';
export { AgendaVersionRow } from './agenda-version.entity.js';
