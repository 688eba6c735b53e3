import { fromPlainText } from '../../../libs/domain/text/index.js';
import { weekdayNear } from './dates.js';
import { holdMeeting } from './held-meeting.js';
import { RAADMANDSMOEDE, UDVALG } from './organisation.js';
import { addPoint, attach, planMeeting } from './planning.js';
import type { SampleBilag, SamplePoint } from './planning.js';
import { idIn } from './tools.js';
import type { SampleTools } from './tools.js';

const TUESDAY = 2;
const WEDNESDAY = 3;

/** Makes the meetings: one held with its minutes, an udvalg agenda that is sent, one being drafted, two planned. */
export async function loadMeetings(
  tools: SampleTools,
  indstillinger: ReadonlyMap<string, string>,
): Promise<void> {
  await holdMeeting(tools, weekdayNear(tools.today, TUESDAY, -2), idIn(indstillinger, 'goals'));
  await sendUdvalgAgenda(tools);
  await draftNextMeeting(tools, idIn(indstillinger, 'mentors'));
  for (const days of [9, 16]) {
    await planMeeting(tools, RAADMANDSMOEDE, weekdayNear(tools.today, TUESDAY, days));
  }
}

async function draftNextMeeting(tools: SampleTools, indstillingId: string): Promise<void> {
  const { id, version } = await planMeeting(tools, RAADMANDSMOEDE, weekdayNear(tools.today, TUESDAY, 2));
  await tools.points.draft(tools.context, id, version);
  const mentors = await addPoint(tools, id, {
    ...{ title: 'Forlængelse af mentorordningen for unge', type: 'decision', minutes: 15, position: 2 },
    ...{ responsible: 'Sara Østerlund', indstillingId },
  });
  await attach(tools, mentors, [{ title: 'Indstilling' }, { title: 'Evaluering af mentorordningen' }]);
  await addPoint(tools, id, {
    ...{ title: 'Ny lejeaftale for Centergade 4', type: 'decision', minutes: 10, visibility: 'closed' },
    closedReason: 'Forhandlinger om en kontrakt, forvaltningslovens § 28 og offentlighedslovens § 30.',
  });
}

const UDVALG_POINTS: readonly (SamplePoint & { readonly bilag?: readonly SampleBilag[] })[] = [
  {
    ...{
      title: 'Referat fra udvalgets seneste møde',
      minutes: 2,
      type: 'standing',
      responsible: 'Karla Vestermølle',
    },
    purpose: fromPlainText('Udvalget orienteres om referatet fra det seneste møde.'),
    bilag: [{ title: 'Referat fra udvalgets seneste møde' }],
  },
  {
    ...{ title: 'Byrådshenvist sag: Flere boliger til unge uden netværk', minutes: 25, type: 'decision' },
    purpose: fromPlainText(
      'Byrådet har henvist sagen til udvalget. Forvaltningen gennemgår behovet for boliger frem mod 2035, og udvalget ' +
        'skal tage stilling til, om planen anbefales.',
    ),
    ...{ method: 'Drøftelse, hvorefter der konkluderes på sagen', responsible: 'Ida Dalumgård' },
    bilag: [
      { title: 'Indstilling' },
      { title: 'Bilag 1: Behovet for boliger 2026–2035' },
      { title: 'Oversigt over grunde (fortroligt)', closed: true },
    ],
  },
  {
    ...{ title: 'Status på mentorordningen', minutes: 20, type: 'information' },
    purpose: fromPlainText('Udvalget får en status på ordningen og møder to af mentorerne.'),
    attending: 'jobcenterchef Sara Østerlund og to mentorer',
    ...{ method: 'Mundtlig orientering og drøftelse', responsible: 'Sara Østerlund' },
    bilag: [{ title: 'Forklæde' }],
  },
];

async function sendUdvalgAgenda(tools: SampleTools): Promise<void> {
  const { id, version } = await planMeeting(tools, UDVALG, weekdayNear(tools.today, WEDNESDAY, 6));
  const { points } = await tools.points.draft(tools.context, id, version);
  for (const [i, { bilag, ...point }] of UDVALG_POINTS.entries()) {
    const pointId = await addPoint(tools, id, { ...point, position: i + 1 });
    await attach(tools, pointId, bilag ?? []);
  }
  const parentId = points.find((point) => point.title === 'Orienteringspunkter')?.id ?? null;
  for (const point of [
    { title: 'Budgetopfølgning pr. 31. oktober', minutes: 10, responsible: 'Lise Rønnetved' },
    { title: 'Eventuel orientering', minutes: 5, responsible: 'Anders Bakkehøj' },
  ]) {
    await addPoint(tools, id, { ...point, parentId, type: 'information', method: 'Mundtlig orientering' });
  }
  await addPoint(tools, id, {
    ...{
      title: 'Opfølgning på tilsyn med et botilbud',
      type: 'discussion',
      minutes: 15,
      visibility: 'closed',
    },
    ...{ closedReason: 'Oplysninger om enkeltpersoner.', responsible: 'Hans Bogelund', method: 'Drøftelse' },
    purpose: fromPlainText('Udvalget orienteres om tilsynets påbud og om, hvad botilbuddet har gjort.'),
  });
  await tools.sending.send(tools.context, id, version + 1);
}
