import type { CreateIndstilling } from '../../../libs/contracts/indstillinger.js';
import { fromPlainText } from '../../../libs/domain/text/index.js';
import type { RichText } from '../../../libs/domain/text/index.js';
import { printMonth } from '../../../libs/domain/calendar/index.js';
import { RAADMANDSMOEDE } from './organisation.js';
import { idIn } from './tools.js';
import type { SampleTools } from './tools.js';

interface SampleIndstilling {
  readonly key: string;
  readonly title: string;
  readonly minutes: number;
  readonly author: string;
  readonly unit: string;
  readonly sections: Readonly<Record<string, RichText>>;
  readonly attachments: readonly string[];
  /** The steps it has taken, in order; a return carries its reason. */
  readonly steps: readonly { readonly action: 'submit' | 'approve' | 'return'; readonly reason?: string }[];
}

const APPROVED = [
  { action: 'submit' },
  { action: 'approve' },
  { action: 'approve' },
  { action: 'approve' },
] as const;

function numbered(...sentences: string[]): RichText {
  return [
    ...fromPlainText('Det indstilles,'),
    { type: 'numbered-list', items: sentences.map((text) => ({ content: [{ text }] })) },
  ];
}

function bilagList(titles: readonly string[]): RichText {
  return fromPlainText(titles.map((title, i) => `Bilag ${i + 1}: ${title}`).join('\n\n'));
}

export const SAMPLE_INDSTILLINGER: readonly SampleIndstilling[] = [
  {
    key: 'goals',
    title: 'Mål for den sociale indsats i 2027',
    ...{
      minutes: 10,
      author: 'PSN',
      unit: 'ØKA',
      attachments: ['Nuværende og nye mål', 'Status for 3. kvartal'],
    },
    steps: APPROVED,
    sections: {
      introduction: fromPlainText(
        'Rådmanden præsenteres for forslag til mål for den sociale indsats i 2027. Målene indgår i forvaltningens ' +
          'bidrag til budgettet og følges op hvert kvartal.',
      ),
      recommendation: numbered(
        'at rådmanden godkender de nye mål for den sociale indsats',
        'at målene sendes til orientering i Social- og Jobudvalget',
      ),
      statement: fromPlainText(
        'Målene for 2026 blev fastlagt før omlægningen af voksenområdet og passer ikke længere til den måde, indsatsen ' +
          'er organiseret på. Forslaget samler målene om tre spørgsmål:\n\n' +
          '• Får borgerne den støtte, de er bevilget, til tiden?\n• Når borgerne de mål, de selv har været med til at sætte?\n' +
          '• Klarer flere sig med mindre støtte året efter?\n\n' +
          'Mindst syv ud af ti borgere skal nå deres mål. Andelen var 68 % i 3. kvartal 2026.',
      ),
      resources: fromPlainText('-'),
      communication: fromPlainText('Målene offentliggøres på kommunens hjemmeside sammen med budgettet.'),
      'further-process': fromPlainText(
        'Hvis indstillingen godkendes, bliver målene forelagt udvalget på det næste møde.',
      ),
      'coordinated-with': fromPlainText('Voksne og Støtte; Børn, Familie og Unge'),
      attachments: bilagList(['Nuværende og nye mål', 'Status for 3. kvartal']),
    },
  },
  {
    key: 'mentors',
    title: 'Forlængelse af mentorordningen for unge',
    ...{ minutes: 15, author: 'SØL', unit: 'JOB', attachments: ['Evaluering af mentorordningen'] },
    steps: APPROVED,
    sections: {
      introduction: fromPlainText(
        'Mentorordningen for unge udløber ved årets udgang. Der skal tages stilling til, om den forlænges.',
      ),
      recommendation: numbered('at mentorordningen forlænges med to år inden for den nuværende ramme'),
      statement: fromPlainText(
        'Ordningen har i to år givet 140 unge en fast kontaktperson. Evalueringen viser, at 57 % er kommet i job eller ' +
          'uddannelse, og at de unge selv peger på, at kontaktpersonen er let at få fat i.',
      ),
      resources: fromPlainText('Ordningen koster 1,2 mio. kr. om året, som er afsat i budgettet.'),
      communication: fromPlainText('-'),
      'further-process': fromPlainText('Ved godkendelse forlænges aftalerne med de to leverandører.'),
      'coordinated-with': fromPlainText('Børn, Familie og Unge'),
      attachments: bilagList(['Evaluering af mentorordningen']),
    },
  },
  {
    key: 'respite',
    title: 'Ny model for aflastning',
    ...{ minutes: 20, author: 'IDA', unit: 'BFU', attachments: [] },
    steps: [
      { action: 'submit' },
      {
        action: 'return',
        reason: 'Økonomien skal beskrives for alle tre år. Tal med Økonomi og Analyse først.',
      },
    ],
    sections: {
      introduction: fromPlainText(
        'Familier med børn med handicap efterspørger aflastning, der kan bruges mere fleksibelt.',
      ),
      recommendation: numbered('at der igangsættes et forsøg med fleksibel aflastning i to områder'),
      statement: fromPlainText(
        'Forslaget bygger på erfaringer fra 30 familier, som har prøvet ordningen i et halvt år.',
      ),
      resources: fromPlainText('Forsøget holdes inden for rammen i det første år.'),
      communication: fromPlainText('Familierne får besked direkte.'),
      'further-process': fromPlainText('Forsøget evalueres efter et år.'),
      'coordinated-with': fromPlainText('-'),
      attachments: fromPlainText('-'),
    },
  },
];

/** Makes the indstillinger and takes them as far as they have got; gives their ids by key. */
export async function loadIndstillinger(tools: SampleTools): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const sample of SAMPLE_INDSTILLINGER) ids.set(sample.key, await loadOne(tools, sample));
  return ids;
}

async function loadOne(tools: SampleTools, sample: SampleIndstilling): Promise<string> {
  const { context, indstillinger, attachments, approval } = tools;
  const fields: CreateIndstilling = {
    bodyId: idIn(tools.bodies, RAADMANDSMOEDE),
    ...{
      template: 'raadmand',
      wantedMeetingId: null,
      caseNumber: null,
      month: printMonth(tools.today.slice(0, 7)),
    },
    ...{ title: sample.title, minutes: sample.minutes, sections: { ...sample.sections } },
    author: { personId: idIn(tools.people, sample.author) },
    unitId: idIn(tools.units, sample.unit),
  };
  const made = await indstillinger.create(context, fields);
  for (const title of sample.attachments) {
    await attachments.create(context, { indstillingId: made.id }, { title, visibility: 'open' });
  }
  let { version } = made;
  for (const { action, reason } of sample.steps) {
    ({ version } = await approval.step(context, made.id, version, { action, reason: reason ?? null }));
  }
  return made.id;
}
