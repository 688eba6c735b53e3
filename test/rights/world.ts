import { readFile } from 'node:fs/promises';
import { attachment } from '../../libs/contracts/attachments.js';
import { documentView } from '../../libs/contracts/documents.js';
import { returnedDocument } from '../../libs/contracts/returned-documents.js';
import { meetingSeries } from '../../libs/contracts/meeting-series.js';
import { opinion } from '../../libs/contracts/opinions.js';
import { comment } from '../../libs/contracts/reading.js';
import { savedView } from '../../libs/contracts/saved-views.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { pdf, sendFile } from '../builders/files.js';
import { decide, makeFollowUp, makeUnit, putFollowUpInto } from '../builders/follow-ups.js';
import {
  keepSubmission,
  makeBodyWithSteps,
  makeIndstilling,
  putIndstillingInto,
  sendOnPoint,
} from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { rawRequest } from '../support/raw-request.js';
import type { SignedIn, TestRole } from '../support/sign-in.js';
import { wordReading } from '../../libs/contracts/word-readings.js';
import { docxOfDocument } from '../builders/returned.js';
import type { TestApi } from '../support/test-api.js';

/** Who asks, in the order of the columns of the rule table. `out` is nobody who is signed in. */
export const COLUMNS = [
  ...['adm', 'sec', 'ose', 'raa', 'cha', 'dir', 'lea', 'sta', 'aut', 'oth', 'mem', 'rea', 'gue', 'dis'],
  ...['non', 'out'],
] as const;
export type Column = (typeof COLUMNS)[number];

/** One municipality with something in every state that rights are about. */
export interface World {
  readonly people: ReadonlyMap<Column, SignedIn | null>;
  /** Ids by the names that the rule table uses. */
  readonly things: ReadonlyMap<string, string>;
}

const STEPS = ['leader', 'secretariat', 'director', 'raadmand'] as const;

/** The meetings of the world, by how far they have come. */
const MEETINGS = ['drafting', 'sent', 'held', 'in-review', 'approved', 'reviewed'] as const;

export async function makeWorld(api: TestApi): Promise<World> {
  const things = new Map<string, string>();
  const bodyId = await makeBodyWithSteps(api, STEPS);
  things.set('body', bodyId);
  things.set('other body', await makeBody(api));
  things.set('unit', await makeUnit(api, 'ENH'));
  things.set('other unit', await makeUnit(api, 'AND'));
  const people = await signInAll(api, things);
  for (const [i, name] of MEETINGS.entries()) await addMeeting(api, things, name, `2026-03-${10 + i}`);
  await addIndstillinger(api, things, people.get('aut')?.personId ?? '');
  await addSteps(api, things, people);
  await addFollowUps(api, things, people.get('aut')?.personId ?? '');
  await addDocuments(api, things);
  await addSending(api, things);
  await addReviews(api, things, people);
  await grantThePoint(api, things, people);
  await addTheRest(api, things, people);
  return { people, things };
}

function rolesOf(things: ReadonlyMap<string, string>): Readonly<Record<Exclude<Column, 'out'>, TestRole[]>> {
  const bodyId = things.get('body') ?? '';
  const unitId = things.get('unit') ?? '';
  return {
    adm: [{ role: 'administrator' }],
    sec: [{ role: 'secretariat', bodyId }],
    ose: [{ role: 'secretariat', bodyId: things.get('other body') ?? '' }],
    raa: [{ role: 'raadmand', bodyId }],
    cha: [{ role: 'chair', bodyId }],
    dir: [{ role: 'director' }],
    lea: [{ role: 'leader', unitId }],
    sta: [{ role: 'staff', unitId }],
    aut: [{ role: 'staff', unitId }],
    oth: [{ role: 'staff', unitId: things.get('other unit') ?? '' }],
    mem: [{ role: 'member', bodyId }],
    rea: [{ role: 'reader', bodyId }],
    gue: [],
    dis: [{ role: 'member', bodyId }],
    non: [],
  };
}

async function signInAll(
  api: TestApi,
  things: ReadonlyMap<string, string>,
): Promise<Map<Column, SignedIn | null>> {
  const people = new Map<Column, SignedIn | null>([['out', null]]);
  for (const [column, roles] of Object.entries(rolesOf(things)))
    people.set(column as Column, await api.signIn(roles, `Person ${column}`));
  return people;
}

/** The guest's and the disqualified member's rights hang on the closed point of the sent meeting; the secretary's on a late one. */
async function grantThePoint(
  api: TestApi,
  things: Map<string, string>,
  people: ReadonlyMap<Column, SignedIn | null>,
): Promise<void> {
  const pointId = things.get('sent closed point');
  await api.database.query(
    `INSERT INTO membership (id, person_id, role, point_id) VALUES (gen_random_uuid(), $1, 'guest', $2)`,
    [people.get('gue')?.personId, pointId],
  );
  const fields = { lateReason: 'Kom i dag' };
  const barred = await makePoint(api, things.get('sent meeting') ?? '', 'Punkt med inhabilitet', fields);
  things.set('point the secretary is disqualified on', barred.id);
  for (const [of, column] of [[pointId, 'dis'] as const, [barred.id, 'sec'] as const])
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[of, people.get(column)?.personId],
    ]);
}

/** Two members, one of them disqualified elsewhere, and a reader are asked to read an agenda through; one no longer. */
async function addReviews(
  api: TestApi,
  things: Map<string, string>,
  people: ReadonlyMap<Column, SignedIn | null>,
): Promise<void> {
  const [asked, notAskedAnyMore] = [newId(), newId()];
  things.set('reviewer', asked);
  things.set('reviewer that is not asked any more', notAskedAnyMore);
  const ids: Partial<Record<Column, string>> = { mem: asked, cha: notAskedAnyMore };
  for (const [column, takenBack] of [
    ...[['mem', null] as const, ['rea', null] as const, ['dis', null] as const],
    ...[['cha', new Date()] as const, ['gue', null] as const, ['oth', new Date()] as const],
  ])
    await api.database.query(
      `INSERT INTO agenda_review (id, meeting_id, person_id, asked_at, taken_back_at, state, next_try_at)
       VALUES ($1, $2, $3, now(), $4, 'sent', now())`,
      [ids[column] ?? newId(), things.get('reviewed meeting'), people.get(column)?.personId, takenBack],
    );
}

async function addMeeting(
  api: TestApi,
  things: Map<string, string>,
  name: string,
  date: string,
): Promise<void> {
  const { id } = await makeMeeting(api, things.get('body') ?? '', date);
  things.set(`${name} meeting`, id);
  for (const visibility of ['open', 'closed'] as const) {
    const reason = visibility === 'closed' ? { closedReason: 'Personsag' } : {};
    const point = await makePoint(api, id, `Punkt ${name} ${visibility}`, {
      ...{ minutes: 10, type: 'discussion', visibility, ...reason },
    });
    things.set(`${name} ${visibility} point`, point.id);
    await attach(api, things, `${name} ${visibility} attachment`, point.id, 'open');
  }
  await attach(
    api,
    things,
    `${name} closed attachment of open point`,
    things.get(`${name} open point`) ?? '',
    'closed',
  );
  if (name === 'sent')
    for (const visibility of ['open', 'closed'] as const) {
      const pointId = things.get('sent open point') ?? '';
      await attach(api, things, `${visibility} attachment removed since it was sent`, pointId, visibility);
    }
  await putMeetingInto(api, id, 'drafting');
  if (name === 'reviewed') return;
  if (name === 'drafting') {
    const gone = await makePoint(api, id, 'Punkt der er fjernet');
    await api.send('delete', `agenda-points/${gone.id}`, undefined, { ifMatch: 1 });
    things.set('removed point', gone.id);
    return;
  }
  const { version } = (await api.send('get', `meetings/${id}`)).body as { version: number };
  await api.take(agendaVersion, 'post', `meetings/${id}/agenda-versions`, {}, { ifMatch: version });
  if (name === 'sent') {
    for (const visibility of ['open', 'closed'] as const) {
      const sent = things.get(`${visibility} attachment removed since it was sent`) ?? '';
      await api.send('delete', `attachments/${sent}`, undefined, { ifMatch: 1 });
      const removed =
        visibility === 'open'
          ? 'removed attachment of open point'
          : 'removed closed attachment of open point';
      await attach(api, things, removed, things.get('sent open point') ?? '', visibility);
      await api.send('delete', `attachments/${things.get(removed) ?? ''}`, undefined, { ifMatch: 1 });
    }
    const late = await makePoint(api, id, 'Punkt endnu ikke sendt', { lateReason: 'Kom i dag' });
    things.set('sent unreleased point', late.id);
    return;
  }
  await putMeetingInto(api, id, 'held');
  for (const visibility of ['open', 'closed'])
    await decide(api, things.get(`${name} ${visibility} point`) ?? '', 'Drøftet.');
  await api.take(minutesView, 'post', `meetings/${id}/minutes`);
  const state = name === 'held' ? 'draft' : name;
  await api.database.query('UPDATE minutes SET state = $2 WHERE meeting_id = $1', [id, state]);
}

async function attach(
  api: TestApi,
  things: Map<string, string>,
  name: string,
  pointId: string,
  visibility: 'open' | 'closed',
): Promise<void> {
  const sent = await sendFile(
    api,
    `agenda-points/${pointId}/attachments/file`,
    `Bilag ${name}.pdf`,
    pdf(name),
    {
      visibility,
    },
  );
  things.set(name, attachment.parse(sent.body).id);
}

async function addIndstillinger(api: TestApi, things: Map<string, string>, authorId: string): Promise<void> {
  const fields = { bodyId: things.get('body'), unitId: things.get('unit'), author: { personId: authorId } };
  const states = ['draft', 'with-leader', 'with-secretariat', 'with-director', 'with-raadmand', 'approved'];
  for (const state of [...states, 'returned', 'open on-agenda', 'closed on-agenda']) {
    const { id } = await makeIndstilling(api, { ...fields, title: `Indstilling ${state}` });
    const [, lies] = / ?(on-agenda)$/.exec(state) ?? [];
    await putIndstillingInto(api, id, (lies ?? state) as 'draft', STEPS);
    things.set(`${state} indstilling`, id);
    if (state !== 'draft') await keepSubmission(api, id);
  }
  for (const visibility of ['open', 'closed'])
    await sendOnPoint(
      api,
      things.get(`sent ${visibility} point`),
      things.get(`${visibility} on-agenda indstilling`) ?? '',
    );
  await addOpinion(api, things, fields);
  const owner = `indstillinger/${things.get('draft indstilling') ?? ''}`;
  const options = { visibility: 'open' };
  const sent = await sendFile(api, `${owner}/attachments/file`, 'Bilag til kladden.pdf', pdf(), options);
  things.set('attachment of draft indstilling', attachment.parse(sent.body).id);
}

/** One that waits for its leader, and that the other unit is asked for its opinion of. */
async function addOpinion(api: TestApi, things: Map<string, string>, fields: object): Promise<void> {
  const asked = await makeIndstilling(api, { ...fields, title: 'Indstilling til udtalelse' });
  await putIndstillingInto(api, asked.id, 'with-leader', STEPS);
  things.set('indstilling that another unit is asked about', asked.id);
  const path = `indstillinger/${asked.id}/opinions`;
  const made = await api.take(opinion, 'post', path, { unitId: things.get('other unit') });
  things.set('opinion', made.id);
}

/** The step that brought each where it is, which is for whoever took it to take back. */
async function addSteps(
  api: TestApi,
  things: Map<string, string>,
  people: ReadonlyMap<Column, SignedIn | null>,
): Promise<void> {
  for (const [subject, column, action, from, to] of [
    ['with-secretariat indstilling', 'lea', 'approve', 'with-leader', 'with-secretariat'],
    ['returned indstilling', 'dir', 'return', 'with-director', 'returned'],
    ['open on-agenda indstilling', 'raa', 'approve', 'with-raadmand', 'approved'],
  ] as const) {
    const id = newId();
    await api.database.query(
      `INSERT INTO indstilling_step (id, indstilling_id, action, from_state, to_state, reason, submission, person_id)
       VALUES ($1, $2, $3, $4, $5, 'Fordi', 1, $6)`,
      [id, things.get(subject), action, from, to, people.get(column)?.personId],
    );
    things.set(`step of ${subject}`, id);
  }
}

async function addFollowUps(api: TestApi, things: Map<string, string>, personId: string): Promise<void> {
  for (const visibility of ['open', 'closed'])
    for (const stage of ['suggested', 'confirmed', 'issued']) {
      const origin = { pointId: things.get(`held ${visibility} point`) ?? '' };
      const made = await makeFollowUp(api, origin, { unitId: things.get('unit') });
      await putFollowUpInto(api, made.id, stage, 'new');
      things.set(`${stage} follow-up of ${visibility} point`, made.id);
    }
  const origin = { pointId: things.get('held closed point') ?? '' };
  const own = await makeFollowUp(api, origin, { personId, unitId: things.get('unit') });
  await putFollowUpInto(api, own.id, 'issued', 'new');
  things.set('follow-up of closed point for the author', own.id);
}

async function addDocuments(api: TestApi, things: Map<string, string>): Promise<void> {
  const ask = async (name: string, meeting: string, request: object): Promise<void> => {
    const path = `meetings/${things.get(meeting) ?? ''}/documents`;
    things.set(name, (await api.take(documentView, 'post', path, request)).id);
  };
  await ask('draft agenda document', 'drafting meeting', { kind: 'agenda', agendaVersion: 'draft' });
  await ask('agenda document for all', 'sent meeting', { kind: 'agenda', audience: 'all' });
  await ask('agenda document for open', 'sent meeting', { kind: 'agenda', audience: 'open' });
  await ask('draft minutes document', 'held meeting', { kind: 'minutes', audience: 'open' });
  await ask('reviewed minutes document', 'in-review meeting', { kind: 'minutes', audience: 'open' });
  await ask('approved minutes document', 'approved meeting', { kind: 'minutes', audience: 'open' });
  const path = `indstillinger/${things.get('draft indstilling') ?? ''}/documents`;
  things.set('draft indstilling document', (await api.take(documentView, 'post', path, {})).id);
  const written = Buffer.from(await docxOfDocument(api, things.get('draft indstilling document') ?? ''));
  const word = `indstillinger/${things.get('draft indstilling') ?? ''}/word`;
  things.set('word reading', wordReading.parse((await sendFile(api, word, 'a.docx', written)).body).id);
  const meeting = `meetings/${things.get('drafting meeting') ?? ''}`;
  const made = await docxOfDocument(api, things.get('draft agenda document') ?? '');
  const back = await sendFile(api, `${meeting}/returned-documents`, 'dagsorden.docx', Buffer.from(made));
  things.set('returned document', returnedDocument.parse(back.body).id);
}

/** A correction of the sent meeting that is out, told to somebody who has no address. */
async function addSending(api: TestApi, things: Map<string, string>): Promise<void> {
  const [sending, recipient] = [newId(), newId()];
  await api.database.query(
    `INSERT INTO sending (id, meeting_id, kind, state, facts, requested_at, due_at, released_at)
     VALUES ($1, $2, 'correction', 'released', $3, now(), now(), now())`,
    [
      ...[sending, things.get('sent meeting')],
      JSON.stringify({ bodyName: 'Forum', date: '2026-03-11', start: null, end: null, place: null }),
    ],
  );
  await api.database.query(
    `INSERT INTO sending_recipient (id, sending_id, person_id, name, "group", sees_closed, method, state, cause)
     SELECT $1, $2, id, name, 'member', true, 'request', 'failed', 'no-address' FROM person ORDER BY id LIMIT 1`,
    [recipient, sending],
  );
  things.set('sending', sending);
  things.set('sending recipient', recipient);
}

async function addTheRest(
  api: TestApi,
  things: Map<string, string>,
  people: ReadonlyMap<Column, SignedIn | null>,
): Promise<void> {
  things.set('person', people.get('aut')?.personId ?? '');
  const series = { bodyId: things.get('body'), dates: ['2039-01-04'] };
  things.set('meeting series', (await api.take(meetingSeries, 'post', 'meeting-series', series)).id);
  await addComments(api, things, people.get('mem') ?? null);
  things.set('saved view of somebody else', await viewOf(api));
  things.set('person without roles', people.get('non')?.personId ?? '');
  await addStandIns(api, things, people);
  const [row] = await api.database.query<{ id: string }>('SELECT id FROM membership ORDER BY id LIMIT 1');
  things.set('membership', row?.id ?? '');
  const answer = await rawRequest(api, 'post', '/api/v1/imports?fileName=pakke.txt')
    .set('Content-Type', 'application/octet-stream')
    .send(await readFile('test/fixtures/package.txt'));
  const imported = answer.body as { id: string; parts: { id: string }[] };
  things.set('import', imported.id);
  things.set('import part', imported.parts[0]?.id ?? '');
}

/** The member's comments to the points of the sent meeting, shared with those who meet. */
async function addComments(api: TestApi, things: Map<string, string>, by: SignedIn | null): Promise<void> {
  for (const name of ['sent open point', 'sent closed point']) {
    const fields = { id: newId(), text: 'Enig?', with: { kind: 'circle' } };
    await api.take(comment, 'post', `agenda-points/${things.get(name) ?? ''}/comments`, fields, { by });
    things.set(`comment on ${name}`, fields.id);
  }
}

/** Of days to come, so that nobody judges anything by them. */
async function addStandIns(
  api: TestApi,
  things: Map<string, string>,
  people: ReadonlyMap<Column, SignedIn | null>,
): Promise<void> {
  for (const [name, away, here, bodyId] of [
    ['stand-in', 'lea', 'oth', null],
    ['stand-in for the rådmand of the body', 'raa', 'lea', things.get('body')],
  ] as const) {
    const id = newId();
    await api.database.query(
      `INSERT INTO stand_in (id, person_id, stand_in_id, body_id, from_date, to_date)
       VALUES ($1, $2, $3, $4, '2090-01-01', '2090-01-31')`,
      [id, people.get(away)?.personId, people.get(here)?.personId, bodyId],
    );
    things.set(name, id);
  }
}

/** A saved view of somebody who is none of the columns. */
async function viewOf(api: TestApi): Promise<string> {
  const fields = { page: 'meetings', name: 'Egen visning', search: 'view=calendar' };
  return (await api.take(savedView, 'post', 'saved-views', fields)).id;
}
