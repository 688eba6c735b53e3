export { IdentityModule } from './identity.module.js';
export { MembershipsService } from './memberships.service.js';
export { WhileViewingAs } from './signed-in.guard.js';
export { Sessions, hashOf } from './sessions.js';
