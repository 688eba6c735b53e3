import { admin } from './admin.js';
import { agenda } from './agenda.js';
import { attachments } from './attachments.js';
import { common, help, nav, session, states } from './common.js';
import { documents } from './documents.js';
import { followUps } from './follow-ups.js';
import { meetings } from './meetings.js';
import { minutes } from './minutes.js';
import { indstillinger, overview } from './overview.js';
import { conflict, problems } from './problems.js';
import { profile, roles } from './profile.js';
import { sending } from './sending.js';

/** Every word the product's screens say, by where it is said. */
export const da = {
  common,
  nav,
  session,
  states,
  help,
  problems,
  conflict,
  overview,
  indstillinger,
  meetings,
  agenda,
  attachments,
  sending,
  minutes,
  documents,
  followUps,
  profile,
  roles,
  admin,
} as const;
