import { saveDecision } from '../../../libs/contracts/decisions.js';
import { fromPlainText } from '../../../libs/domain/text/index.js';
import { addPoint, attach, planMeeting } from './planning.js';
import type { SamplePoint } from './planning.js';
import type { SampleTools } from './tools.js';
import { RAADMANDSMOEDE } from './organisation.js';

/** What was decided, by the title of the point. The follow-ups in the words are found by the product itself. */
const DECISIONS: Readonly<Record<string, { readonly outcome: string; readonly text: string }>> = {
  Dagsorden: { outcome: 'approved', text: 'Godkendt.' },
  Referat: { outcome: 'approved', text: 'Godkendt.' },
  'Mål for den sociale indsats i 2027': {
    outcome: 'approved',
    text:
      'Indstillingen blev godkendt.\n\nRådmanden efterspurgte tal for ventetiden i de enkelte områder. ' +
      'ØKA undersøger, om ventetiden kan opgøres pr. område. ØKA følger op.\n\nFAS sender målene til udvalget senest fredag.',
  },
  'Orientering fra magistraten': {
    outcome: 'informed',
    text: 'Rådmand og direktør orienterede fra magistratsmødet.',
  },
  'Orientering fra udvalget': {
    outcome: 'informed',
    text:
      'Formanden for udvalget var forhindret, og rådmanden orienterede kort.\n\n' +
      'Det blev aftalt, at udvalget skal have en skriftlig orientering om aflastningen inden næste møde. BFU følger op.',
  },
  'Bordet rundt': {
    outcome: 'informed',
    text: 'Mødekredsen orienterede om aktuelle sager.\n\nHBO - Besøget på det nye botilbud skal på årshjulet. FAS følger op.',
  },
  'Køb af ejendom til botilbud': {
    outcome: 'discussed',
    text: 'Drøftet. VOS indhenter to vurderinger inden for 14 dage.',
  },
};

const EXTRA_POINTS: readonly SamplePoint[] = [
  {
    ...{ title: 'Køb af ejendom til botilbud', type: 'discussion', minutes: 10, visibility: 'closed' },
    closedReason: 'Forhandlinger om køb af en ejendom.',
  },
];

/** Holds a rådmandsmøde: agenda sent, decisions written, follow-ups confirmed, minutes out for reading. */
export async function holdMeeting(tools: SampleTools, date: string, indstillingId: string): Promise<void> {
  const { context, meetings, points, sending, minutes } = tools;
  const { id, version } = await planMeeting(tools, RAADMANDSMOEDE, date);
  await points.draft(context, id, version);
  const goals = await addPoint(tools, id, {
    ...{ title: 'Mål for den sociale indsats i 2027', type: 'decision', minutes: 10, position: 2 },
    ...{ responsible: 'Per Stensmark', indstillingId },
  });
  await attach(tools, goals, [
    { title: 'Indstilling' },
    { title: 'Nuværende og nye mål' },
    { title: 'Status for 3. kvartal' },
  ]);
  for (const point of EXTRA_POINTS) await addPoint(tools, id, point);
  await sending.send(context, id, version + 1);
  const started = await meetings.step(context, id, version + 2, { action: 'start', reason: null });
  const draft = await minutes.create(context, id);
  await writeDecisions(tools, id);
  await meetings.step(context, id, started.version, { action: 'end', reason: null });
  await minutes.step(context, id, draft.version, { action: 'review', reason: null });
}

async function writeDecisions(tools: SampleTools, meetingId: string): Promise<void> {
  const { context, decisions, suggestions, followUps } = tools;
  const rows = await tools.tx.query<{ id: string; title: string }[]>(
    'SELECT id, title FROM agenda_point WHERE meeting_id = $1 ORDER BY position',
    [meetingId],
  );
  for (const { id, title } of rows) {
    const written = DECISIONS[title];
    if (!written) continue;
    const fields = saveDecision.parse({ outcome: written.outcome, text: fromPlainText(written.text) });
    await decisions.save(context, id, null, fields);
    const { items } = await suggestions.suggest(context, id);
    for (const found of items) {
      await followUps.step(context, found.id, found.version, { action: 'confirm', note: null });
    }
  }
}
