import { agendaPoints } from '../../libs/contracts/agenda-points.js';
import type { AgendaPointView, AgendaPointsView } from '../../libs/contracts/agenda-points.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';
import { makeMeeting, makePoint } from './meetings.js';

/** What the specs of the agenda do to the agendas of one body. */
export class AgendaCalls {
  constructor(
    private readonly api: TestApi,
    private readonly bodyId: string,
  ) {}

  readonly newMeeting = async (of = this.bodyId): Promise<string> => (await makeMeeting(this.api, of)).id;

  readonly add = (meetingId: string, fields: object): Promise<ApiAnswer> =>
    this.api.send('post', `meetings/${meetingId}/agenda-points`, fields);

  readonly read = (meetingId: string): Promise<AgendaPointsView> =>
    this.api.take(agendaPoints, 'get', `meetings/${meetingId}/agenda-points`);

  readonly move = (id: string, to: object, ifMatch = 1): Promise<ApiAnswer> =>
    this.api.send('post', `agenda-points/${id}/move`, to, { ifMatch });

  readonly withdraw = (id: string, ifMatch = 1, fields: object = {}): Promise<ApiAnswer> =>
    this.api.send('post', `agenda-points/${id}/withdraw`, fields, { ifMatch });

  /** Numbers and titles in order, as `1 Dagsorden, 2 Referat`. */
  readonly printed = async (meetingId: string): Promise<string> =>
    (await this.read(meetingId)).points.map(({ number, title }) => `${number ?? '-'} ${title}`).join(', ');

  /** A meeting with one point a title. */
  readonly meetingWith = async (
    titles: readonly string[],
    of = this.bodyId,
  ): Promise<{ meetingId: string; points: AgendaPointView[] }> => {
    const meetingId = await this.newMeeting(of);
    const points: AgendaPointView[] = [];
    for (const title of titles) points.push(await makePoint(this.api, meetingId, title));
    return { meetingId, points };
  };

  /** A point alone on the agenda of a new meeting. */
  readonly onePoint = async (fields: Readonly<Record<string, unknown>> = {}): Promise<AgendaPointView> =>
    makePoint(this.api, await this.newMeeting(), 'Budget', fields);
}
