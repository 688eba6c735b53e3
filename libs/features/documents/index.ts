export { DocumentsJobsModule, DocumentsModule } from './documents.module.js';
export { findSeenDocument } from './document.access.js';
export { DocumentsService } from './documents.service.js';
export { WordReadingJobs } from './word-readings.jobs.js';
