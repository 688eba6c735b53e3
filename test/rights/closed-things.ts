import { attachment } from '../../libs/contracts/attachments.js';
import { body } from '../../libs/contracts/organisation.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { pdf, sendFile } from '../builders/files.js';
import { makeFollowUp } from '../builders/follow-ups.js';
import { COMPLETE_SECTIONS, makeIndstilling, sendOnPoint } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import type { TestApi } from '../support/test-api.js';
import { canary } from './canaries.js';

/** The world that gets closed things: its api, its things by name, and people who only stand in closed things. */
export interface SecretKeeper {
  readonly api: TestApi;
  readonly things: ReadonlyMap<string, string>;
  readonly spare: readonly string[];
}

/** Meetings that are over, whose agendas had closed points from the start. */
const PAST = ['held', 'in-review', 'approved', 'visited'] as const;

/**
 * Adds, changes and reorders closed things, through the product where it lets them be, else in the rows. Gives the ids of
 * those that it added.
 */
export async function keepSecrets(keeper: SecretKeeper): Promise<string[]> {
  const { api } = keeper;
  const secrets: string[] = [];
  for (const name of ['drafting', 'reviewed', 'sent', 'held', 'in-review', 'approved'])
    await rewriteClosedPoint(keeper, name);
  for (const name of ['drafting', 'reviewed', 'sent'])
    secrets.push(...(await closedPoints(keeper, meetingOf(keeper, name))));
  for (const name of PAST) secrets.push(...(await pastSecrets(keeper, name)));
  secrets.push(...(await closedBilag(keeper)));
  const toRemove = await closedAttachment(api, `agenda-points/${idOf(keeper, 'sent open point')}`);
  for (let i = 0; i < 2; i += 1) {
    secrets.push(...(await closedPoints(keeper, meetingOf(keeper, 'sent'))));
    await send(api, meetingOf(keeper, 'sent'));
  }
  // The agenda went out with it: those who read closed things have it still.
  const removed = await api.send('delete', `attachments/${toRemove}`, undefined, { ifMatch: 2 });
  if (removed.status !== 204) throw new Error(removed.told);
  secrets.push(toRemove);
  secrets.push(...(await notesOnHiddenFollowUps(keeper)));
  secrets.push(...(await hiddenIndstillinger(keeper)), ...(await closedBody(keeper)));
  await documentsForAll(keeper);
  return secrets;
}

const idOf = ({ things }: SecretKeeper, name: string): string => {
  const id = things.get(name);
  if (id === undefined) throw new Error(`There is no ${name}.`);
  return id;
};
const meetingOf = (keeper: SecretKeeper, name: string): string => idOf(keeper, `${name} meeting`);
const rich = (place: string): string => JSON.stringify(paragraph(canary(place)));

export async function send(api: TestApi, meetingId: string): Promise<void> {
  const { version } = (await api.send('get', `meetings/${meetingId}`)).body as { version: number };
  await api.take(agendaVersion, 'post', `meetings/${meetingId}/agenda-versions`, {}, { ifMatch: version });
}

/** Another title, text, time and reason; in the sent versions too, as if it had always been so. */
async function rewriteClosedPoint(keeper: SecretKeeper, name: string): Promise<void> {
  const { database } = keeper.api;
  const pointId = idOf(keeper, `${name} closed point`);
  const title = canary('title of a closed point');
  await database.query(
    `UPDATE agenda_point SET title = $2, purpose = $3::jsonb, closed_reason = $4, minutes = 7, responsible = $5,
       public_title = $6 WHERE id = $1`,
    [
      ...[pointId, title, rich('purpose'), canary('reason for closing'), canary('responsible')],
      canary('public title in separate series'),
    ],
  );
  await database.query(`UPDATE attachment SET title = $2, imported_text = $3 WHERE point_id = $1`, [
    ...[pointId, canary('bilag of a closed point'), canary('text of a bilag of a closed point')],
  ]);
  await database.query(
    `UPDATE attachment_version v SET file_name = $2 FROM attachment a WHERE a.id = v.attachment_id AND a.point_id = $1`,
    [pointId, `${canary('name of a file of a closed point')}.pdf`],
  );
  await database.query(
    `UPDATE agenda_version SET content = jsonb_set(content, '{points}', (
       SELECT jsonb_agg(CASE WHEN p->>'id' = $2 THEN p || jsonb_build_object('title', $3::text, 'minutes', 7) ELSE p END)
       FROM jsonb_array_elements(content->'points') p)) WHERE meeting_id = $1`,
    [meetingOf(keeper, name), pointId, title],
  );
  await database.query(`UPDATE decision SET text = $1::jsonb, dissents = $2::jsonb WHERE point_id = $3`, [
    rich('decision'),
    JSON.stringify([
      { kind: 'minority-opinion', by: canary('dissenter'), text: paragraph(canary('dissent')) },
    ]),
    pointId,
  ]);
}

/** Closed points first on an agenda, with a sub-point and bilag. */
async function closedPoints({ api, spare }: SecretKeeper, meetingId: string): Promise<string[]> {
  const secrets: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    const { id } = await makePoint(api, meetingId, canary('title of a closed point'), {
      ...{
        minutes: 2 + i,
        type: 'decision',
        visibility: 'closed',
        closedReason: canary('reason for closing'),
      },
      ...{ purpose: paragraph(canary('purpose')), method: canary('method'), attending: canary('attending') },
      ...{ responsible: canary('responsible'), lateReason: canary('late reason'), position: i },
    });
    secrets.push(id, await closedAttachment(api, `agenda-points/${id}`));
    await guestsAndDisqualified(api, id, spare);
  }
  return secrets;
}

async function guestsAndDisqualified(api: TestApi, pointId: string, spare: readonly string[]): Promise<void> {
  await api.database.query(
    `INSERT INTO membership (id, person_id, role, point_id) VALUES (gen_random_uuid(), $1, 'guest', $2)`,
    [spare[0], pointId],
  );
  await api.database.query('INSERT INTO disqualification (point_id, person_id, reason) VALUES ($1, $2, $3)', [
    ...[pointId, spare[1], canary('reason of a disqualification')],
  ]);
}

async function closedAttachment(api: TestApi, owner: string): Promise<string> {
  const file = pdf(canary('words of a closed file'));
  const name = `${canary('name of a closed file')}.pdf`;
  const sent = await sendFile(api, `${owner}/attachments/file`, name, file, { visibility: 'closed' });
  const { id } = attachment.parse(sent.body);
  const newer = pdf(canary('words of a newer closed file'));
  await sendFile(api, `attachments/${id}/file`, name, newer, { ifMatch: 1 });
  await api.database.query('UPDATE attachment SET title = $2 WHERE id = $1', [id, canary('closed bilag')]);
  await api.database.query('UPDATE attachment SET imported_text = $2 WHERE id = $1', [
    ...[id, canary('text of a closed bilag')],
  ]);
  return id;
}

/** Closed points that were on the agenda of a meeting that is over, with what was decided and is to be done. */
async function pastSecrets(keeper: SecretKeeper, name: (typeof PAST)[number]): Promise<string[]> {
  const { api } = keeper;
  const meetingId = meetingOf(keeper, name);
  const [{ state } = { state: '' }] = await api.database.query<{ state: string }>(
    'SELECT state FROM meeting WHERE id = $1',
    [meetingId],
  );
  await putMeetingInto(api, meetingId, 'drafting');
  const secrets = await closedPoints(keeper, meetingId);
  await send(api, meetingId);
  await api.database.query('UPDATE meeting SET state = $2 WHERE id = $1', [meetingId, state]);
  const [pointId = ''] = secrets;
  await decideInSecret(keeper, pointId);
  for (const stage of ['suggested', 'confirmed', 'issued', 'ignored'])
    secrets.push(await closedFollowUp(keeper, pointId, stage));
  return secrets;
}

async function decideInSecret({ api, things, spare }: SecretKeeper, pointId: string): Promise<void> {
  const name = (place: string): string =>
    JSON.stringify([{ name: canary(place), personId: spare[2] ?? null }]);
  await api.database.query(
    `INSERT INTO decision (id, point_id, outcome, text, target_body_id, absent, disqualified, prevented, votes)
     VALUES (gen_random_uuid(), $1, 'referred', $2::jsonb, $3, $4::jsonb, $5::jsonb, $6::jsonb, '{"for":2,"against":1,"blank":0}')`,
    [
      ...[pointId, rich('decision'), things.get('closed body'), name('absent'), name('disqualified')],
      name('prevented'),
    ],
  );
  await api.database.query(
    `INSERT INTO minutes_addition (id, minutes_id, point_id, at, author_name, text)
     SELECT gen_random_uuid(), m.id, p.id, now(), $2, $3::jsonb
     FROM agenda_point p JOIN minutes m ON m.meeting_id = p.meeting_id WHERE p.id = $1`,
    [pointId, canary('name under a correction'), rich('correction')],
  );
}

async function closedFollowUp(
  { api, things, spare }: SecretKeeper,
  pointId: string,
  stage: string,
): Promise<string> {
  const { id } = await makeFollowUp(...([api, { pointId }] as const), {
    ...{ action: canary('follow-up of a closed point'), responsible: canary('responsible of a follow-up') },
    ...{ unitId: things.get('unit'), personId: spare[2], raisedBy: canary('who raised a follow-up') },
    due: { kind: 'event', text: canary('when a follow-up is due'), date: null },
  });
  await noteOn(api, id);
  await api.send(
    'post',
    `follow-ups/${id}/steps`,
    { action: 'wait', note: canary('note of a step') },
    { ifMatch: 1 },
  );
  const due = { kind: 'firm', text: null, date: '2026-04-01', reason: canary('reason of a new due') };
  await api.send('patch', `follow-ups/${id}`, { due }, { ifMatch: 2 });
  await api.database.query('UPDATE follow_up SET stage = $2 WHERE id = $1', [id, stage]);
  return id;
}

async function noteOn(api: TestApi, followUpId: string): Promise<void> {
  await api.send('post', `follow-ups/${followUpId}/notes`, { text: canary('note of a follow-up') });
}

/** Closed bilag of open points, before and after the open ones, and of an indstilling on one. */
async function closedBilag(keeper: SecretKeeper): Promise<string[]> {
  const { api, things } = keeper;
  const secrets: string[] = [];
  const owners = ['drafting', 'sent', 'held', 'in-review', 'approved', 'visited'].map(
    (name) => `agenda-points/${idOf(keeper, `${name} open point`)}`,
  );
  for (const owner of owners) {
    const id = owner.slice('agenda-points/'.length);
    await api.database.query(
      `UPDATE meeting SET state = 'drafting' WHERE id = (SELECT meeting_id FROM agenda_point WHERE id = $1) AND state = 'held'`,
      [id],
    );
    secrets.push(await closedAttachment(api, owner), await closedAttachment(api, owner));
    await api.database.query(
      `UPDATE attachment SET position = (position + 1) % (SELECT count(*) FROM attachment WHERE point_id = $1)::int
       WHERE point_id = $1`,
      [id],
    );
    await api.database.query(
      `UPDATE meeting m SET state = 'held' FROM agenda_point p WHERE p.id = $1 AND m.id = p.meeting_id AND m.state = 'drafting' AND EXISTS (SELECT FROM minutes WHERE meeting_id = m.id)`,
      [id],
    );
  }
  secrets.push(await closedBilagOfSubmitted(api, things.get('foreign on-agenda indstilling') ?? ''));
  return secrets;
}

/** A closed bilag that an indstilling was submitted with, and that its list of bilag names. */
async function closedBilagOfSubmitted(api: TestApi, id: string): Promise<string> {
  const title = canary('closed bilag of an indstilling');
  const [row] = await api.database.query<{ id: string }>(
    `INSERT INTO attachment (id, indstilling_id, position, title, visibility)
     VALUES (gen_random_uuid(), $1, 1, $2, 'closed') RETURNING id`,
    [id, title],
  );
  await api.database.query(
    `UPDATE indstilling_version SET content_hash = 'y', content = content
       || jsonb_build_object('attachments', content->'attachments' || jsonb_build_array(
            jsonb_build_object('id', $2::text, 'title', $3::text, 'visibility', 'closed')))
     WHERE indstilling_id = $1`,
    [id, row?.id, title],
  );
  return row?.id ?? '';
}

/** Notes on follow-ups that lower roles do not have, and follow-ups that nobody has confirmed. */
async function notesOnHiddenFollowUps(keeper: SecretKeeper): Promise<string[]> {
  const { api, things } = keeper;
  const hidden = ['suggested follow-up of open point', 'issued follow-up of closed point'];
  for (const name of hidden) for (let i = 0; i < 2; i += 1) await noteOn(api, idOf(keeper, name));
  const secrets: string[] = [];
  for (const stage of ['suggested', 'ignored']) {
    const fields = { action: canary(`${stage} follow-up`), unitId: things.get('unit') };
    const { id } = await makeFollowUp(api, { pointId: idOf(keeper, 'held open point') }, fields);
    await api.database.query('UPDATE follow_up SET stage = $2 WHERE id = $1', [id, stage]);
    secrets.push(id);
  }
  return secrets;
}

/** Drafts of a unit that nobody who walks works in, one of them on a closed point. */
async function hiddenIndstillinger(keeper: SecretKeeper): Promise<string[]> {
  const { api, things } = keeper;
  const secrets: string[] = [];
  for (const state of ['draft', 'with-director', 'on-agenda']) {
    const { id } = await makeIndstilling(api, {
      ...{
        bodyId: things.get('body'),
        unitId: things.get('foreign unit'),
        title: canary('hidden indstilling'),
      },
      ...{
        author: { name: canary('author'), phone: canary('phone'), email: null },
        caseNumber: canary('case'),
      },
      sections: { ...COMPLETE_SECTIONS, introduction: paragraph(canary('section')) },
    });
    secrets.push(id, await closedAttachment(api, `indstillinger/${id}`));
    await api.database.query('UPDATE indstilling SET state = $2, submission = 1 WHERE id = $1', [id, state]);
    if (state === 'on-agenda') await sendOnPoint(api, idOf(keeper, 'approved closed point'), id);
  }
  await moveOutsideAuthorsPaper(keeper);
  return secrets;
}

/** The paper of the author from outside lies on a closed point, and not on the draft of an agenda. */
async function moveOutsideAuthorsPaper(keeper: SecretKeeper): Promise<void> {
  const link = 'UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1';
  const { database } = keeper.api;
  await database.query(link, [idOf(keeper, 'drafting open point'), null]);
  await sendOnPoint(
    keeper.api,
    idOf(keeper, 'held closed point'),
    idOf(keeper, 'outside author’s indstilling'),
  );
}

/** A body that is closed altogether. */
async function closedBody({ api, things }: SecretKeeper): Promise<string[]> {
  const bodyId = things.get('closed body') ?? '';
  const { id } = await makeMeeting(api, bodyId, '2026-03-21');
  await api.database.query(`UPDATE meeting SET place = $2, case_number = $3 WHERE id = $1`, [
    ...[id, canary('place'), canary('case of a meeting')],
  ]);
  const point = await makePoint(api, id, canary('open point of a closed body'), { minutes: 5 });
  await putMeetingInto(api, id, 'drafting');
  await send(api, id);
  const followUp = await makeFollowUp(...([api, { bodyId }] as const), {
    action: canary('follow-up of a closed body'),
    unitId: things.get('unit'),
  });
  await api.database.query(`UPDATE follow_up SET stage = 'issued' WHERE id = $1`, [followUp.id]);
  return [id, point.id, followUp.id];
}

/** A closed standing point, which the administrators see too: they change every body. */
export async function closedStandingPoint(keeper: SecretKeeper): Promise<void> {
  const path = `bodies/${idOf(keeper, 'body')}`;
  const { version } = (await keeper.api.send('get', path)).body as { version: number };
  const points = [{ title: canary('closed standing point'), visibility: 'closed' }];
  await keeper.api.take(body, 'put', `${path}/standing-points`, { points }, { ifMatch: version });
}

/** Documents that print what is closed. */
async function documentsForAll(keeper: SecretKeeper): Promise<void> {
  for (const [name, kind] of [
    ['sent', 'agenda'],
    ['approved', 'minutes'],
    ['visited', 'minutes'],
    ['in-review', 'minutes'],
  ] as const)
    await keeper.api.send('post', `meetings/${meetingOf(keeper, name)}/documents`, { kind, audience: 'all' });
}
