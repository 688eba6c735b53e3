export { AuditJobsModule, AuditModule } from './audit.module.js';
export { PersonRecordService } from './person-record.service.js';
export { ReadableSubjects } from './readable-subjects.js';
export { verifyTrail } from './trail.verifier.js';
export type { LoggedCheckpoint, TrailReport, TrailSources } from './trail.verifier.js';
export { verifyAuditTrail } from './verify.js';
