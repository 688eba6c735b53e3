export { MeetingsModule } from './meetings.module.js';
export { MeetingRow } from './meeting.entity.js';
export { meetingFacts } from './meeting.queries.js';
export { MeetingsService } from './meetings.service.js';
