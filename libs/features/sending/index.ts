export { SendingJobsModule, SendingModule } from './sending.module.js';
export { SendingService } from './sending.service.js';
export { keepBroughtInText } from './sent-indstillinger.js';
export { AgendaVersionRow } from './agenda-version.entity.js';
