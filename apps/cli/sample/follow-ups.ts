import { createFollowUp } from '../../../libs/contracts/follow-ups.js';
import { addDays } from '../../../libs/domain/calendar/index.js';
import { idIn } from './tools.js';
import type { SampleTools } from './tools.js';
import { RAADMANDSMOEDE, UDVALG } from './organisation.js';

interface SampleFollowUp {
  readonly body: string;
  readonly action: string;
  readonly unit: string;
  /** Days from today; null without a date. */
  readonly due: number | null;
  readonly steps?: readonly {
    readonly action: 'start' | 'wait' | 'finish' | 'drop';
    readonly note?: string;
  }[];
}

/** Follow-ups of earlier meetings, so that there is something in every state, and something overdue. */
const SAMPLE_FOLLOW_UPS: readonly SampleFollowUp[] = [
  { body: RAADMANDSMOEDE, action: 'Opgør udgifterne til tolkning fordelt på områder', unit: 'ØKA', due: -12 },
  {
    body: RAADMANDSMOEDE,
    action: 'Skriver arbejdspligten ind på årshjulet',
    unit: 'FAS',
    due: -5,
    steps: [{ action: 'start' }],
  },
  {
    ...{
      body: RAADMANDSMOEDE,
      action: 'Afklarer med leverandøren, hvornår den nye vagtplan er klar',
      unit: 'VOS',
      due: 6,
    },
    steps: [{ action: 'wait', note: 'Leverandøren har bedt om en uge mere.' }],
  },
  { body: RAADMANDSMOEDE, action: 'Holder oplæg om aflastning for mødekredsen', unit: 'BFU', due: 20 },
  {
    ...{
      body: RAADMANDSMOEDE,
      action: 'Sender en oversigt over ledige praktikpladser',
      unit: 'JOB',
      due: -20,
    },
    steps: [{ action: 'finish', note: 'Oversigten er sendt til mødekredsen og lagt på fællesdrevet.' }],
  },
  { body: UDVALG, action: 'Inviterer Udsatterådet til et fælles møde', unit: 'FAS', due: 13 },
  { body: UDVALG, action: 'Svarer på udvalgets spørgsmål om normeringen på natholdet', unit: 'VOS', due: -1 },
  {
    ...{
      body: UDVALG,
      action: 'Undersøger muligheden for en fælles ansøgning til puljen',
      unit: 'ØKA',
      due: null,
    },
    steps: [{ action: 'drop', note: 'Puljen er lukket for ansøgninger i år.' }],
  },
];

/** Writes the follow-ups by hand, issues them and takes them as far as they have got. */
export async function loadFollowUps(tools: SampleTools): Promise<void> {
  for (const sample of SAMPLE_FOLLOW_UPS) await loadOne(tools, sample);
}

async function loadOne({ followUps, context, ...tools }: SampleTools, sample: SampleFollowUp): Promise<void> {
  const date = sample.due === null ? null : addDays(tools.today, sample.due);
  const made = await followUps.create(
    context,
    createFollowUp.parse({
      ...{ bodyId: idIn(tools.bodies, sample.body), action: sample.action, responsible: sample.unit },
      ...{ unitId: idIn(tools.units, sample.unit), due: { kind: date === null ? 'none' : 'firm', date } },
    }),
  );
  let { version } = await followUps.step(context, made.id, made.version, { action: 'issue', note: null });
  for (const { action, note } of sample.steps ?? []) {
    ({ version } = await followUps.step(context, made.id, version, { action, note: note ?? null }));
  }
}
