export { MeetingsModule } from './meetings.module.js';
export { MeetingRow } from './meeting.entity.js';
export {
  MEETING_AHEAD,
  findSeenMeeting,
  hasGuestPoint,
  loadRunMeeting,
  loadSeenMeeting,
  seenBy,
} from './meeting.access.js';
export type { SeenMeeting } from './meeting.access.js';
export { mayReviewAgenda, mayRunMeetings, maySeeAgenda } from './meetings.policy.js';
export { MEETING_JSON, meetingFacts } from './meeting.queries.js';
export { MeetingsService } from './meetings.service.js';
