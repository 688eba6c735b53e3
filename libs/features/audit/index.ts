export { verifyTrail } from './trail.verifier.js';
export type { LoggedCheckpoint, TrailReport, TrailSources } from './trail.verifier.js';
export { verifyAuditTrail } from './verify.js';
