export { MeetingsModule } from './meetings.module.js';
export { MeetingRow } from './meeting.entity.js';
export { MeetingsService } from './meetings.service.js';
