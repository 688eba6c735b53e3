import { createAgendaPoint } from '../../../libs/contracts/agenda-points.js';
import type { CreateAgendaPoint } from '../../../libs/contracts/agenda-points.js';
import { createMeeting } from '../../../libs/contracts/meetings.js';
import { idIn } from './tools.js';
import type { SampleTools } from './tools.js';

/** What a point of the sample says; the rest is as for any new point. */
export type SamplePoint = Partial<CreateAgendaPoint> & Pick<CreateAgendaPoint, 'title'>;

/** A bilag of the sample; open unless said. */
export interface SampleBilag {
  readonly title: string;
  readonly closed?: boolean;
}

/** Plans a meeting with the settings of its body. */
export async function planMeeting(
  { meetings, context, bodies, people }: SampleTools,
  body: string,
  date: string,
): Promise<{ id: string; version: number }> {
  const names = ['Karla Vestermølle', 'Anders Bakkehøj', 'Mette Sandager'];
  const fields = createMeeting.parse({
    ...{ bodyId: idIn(bodies, body), date, participants: names.map((name) => ({ name })) },
    ...{ chairId: idIn(people, 'KVL'), minuteTakerId: idIn(people, 'MSA'), caseworkers: ['Mette Sandager'] },
  });
  return meetings.create(context, fields);
}

/** Adds a point to the agenda of a meeting and gives its id. */
export async function addPoint(tools: SampleTools, meetingId: string, point: SamplePoint): Promise<string> {
  // In the order they are written in, whatever the rule of the body.
  const last = createAgendaPoint.parse({ position: 10_000, ...point });
  return (await tools.points.create(tools.context, meetingId, last)).id;
}

export async function attach(
  tools: SampleTools,
  pointId: string,
  bilag: readonly SampleBilag[],
): Promise<void> {
  for (const { title, closed } of bilag) {
    const visibility = closed === true ? 'closed' : 'open';
    await tools.attachments.create(tools.context, { pointId }, { title, visibility });
  }
}
