/** The words of the product's screens, each under its own name, so that a page fetches only those that it says. */
export { admin } from './admin.js';
export { agenda } from './agenda.js';
export { attachments } from './attachments.js';
export { changes } from './changes.js';
export { common, help, nav, session, states } from './common.js';
export { documents } from './documents.js';
export { followUps } from './follow-ups.js';
export { meetings } from './meetings.js';
export { minutes } from './minutes.js';
export { indstillinger, overview } from './overview.js';
export { conflict, problems } from './problems.js';
export { point } from './point.js';
export { profile, roles } from './profile.js';
export { sending } from './sending.js';
