import { decision } from '../../libs/contracts/decisions.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import type { AgendaPointView } from '../../libs/contracts/agenda-points.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import type { TestApi } from '../support/test-api.js';
import { sendOnPoint } from './indstillinger.js';
import { makeMeeting, makePoint, paragraph, putMeetingInto } from './meetings.js';

interface CaseMeeting {
  readonly bodyId: string;
  readonly date: string;
  readonly title: string;
  readonly indstillingId?: string;
  readonly point?: Readonly<Record<string, unknown>>;
  /** What was decided on it; left out: the agenda is sent, and that is all. */
  readonly decided?: Readonly<Record<string, unknown>> & { readonly outcome: string; readonly words: string };
  readonly minutes?: 'draft' | 'in-review' | 'approved';
}

/** A meeting with one point that an indstilling of a case lies on, on an agenda that was sent; with its minutes once it was held. */
export async function meetingOnCase(
  api: TestApi,
  { bodyId, date, title, indstillingId, point: fields, decided, minutes = 'approved' }: CaseMeeting,
): Promise<{ meetingId: string; point: AgendaPointView }> {
  const { id: meetingId, version } = await makeMeeting(api, bodyId, date);
  await putMeetingInto(api, meetingId, 'drafting');
  const point = await makePoint(api, meetingId, title, fields);
  const link = 'UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1';
  await api.database.query(link, [point.id, indstillingId ?? null]);
  await api.take(agendaVersion, 'post', `meetings/${meetingId}/agenda-versions`, undefined, {
    ifMatch: version,
  });
  if (indstillingId !== undefined) await sendOnPoint(api, point.id, indstillingId);
  if (decided) await minute(api, meetingId, point.id, decided, minutes);
  return { meetingId, point };
}

async function minute(
  api: TestApi,
  meetingId: string,
  pointId: string,
  { words, ...decided }: NonNullable<CaseMeeting['decided']>,
  state: string,
): Promise<void> {
  await putMeetingInto(api, meetingId, 'held');
  await api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
  const fields = { ...decided, text: paragraph(words) };
  await api.take(decision, 'put', `agenda-points/${pointId}/decision`, fields);
  await api.database.query('UPDATE minutes SET state = $2 WHERE meeting_id = $1', [meetingId, state]);
}
