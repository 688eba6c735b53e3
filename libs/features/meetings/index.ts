export { MeetingsModule } from './meetings.module.js';
export { MeetingRow } from './meeting.entity.js';
export { findSeenMeeting, hasGuestPoint, loadRunMeeting, loadSeenMeeting } from './meeting.access.js';
export type { SeenMeeting } from './meeting.access.js';
export { isReleased, mayRunMeetings, maySeeAgenda } from './meetings.policy.js';
export { meetingFacts } from './meeting.queries.js';
export { MeetingsService } from './meetings.service.js';
