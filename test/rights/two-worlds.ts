import { attachment } from '../../libs/contracts/attachments.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { body } from '../../libs/contracts/organisation.js';
import { decide, makeUnit } from '../builders/follow-ups.js';
import {
  keepSubmission,
  makeIndstilling,
  putIndstillingInto,
  sendOnPoint,
} from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { copyOfDatabase } from '../support/database.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi, TestApiOptions } from '../support/test-api.js';
import { idsIn } from './answers.js';
import { closedStandingPoint, keepSecrets, send } from './closed-things.js';
import { keepOwnWords } from './own-words.js';
import { makeWorld } from './world.js';

/** Two municipalities that differ only in what is closed, and what lower roles ask in both. */
export interface TwoWorlds {
  readonly plain: TestApi;
  /** The same with more, other and changed closed things. */
  readonly secretive: TestApi;
  /** Those who may see none of what differs, by name. */
  readonly walkers: ReadonlyMap<string, SignedIn | null>;
  readonly things: ReadonlyMap<string, string>;
  /** Ids of closed things that only the secretive one has. */
  readonly secrets: readonly string[];
  /** Every id there was before anybody walked. */
  readonly known: ReadonlySet<string>;
  /** Adds to the secretive one what the administrators, too, may see of its closed things. */
  hideFromAllButAdministrators(): Promise<void>;
}

/** Those who may see none of what differs: `gcl` and `gop` are guests of a closed and of open points, `exa` an author with no role. The administrator is first. */
export const WALKERS = ['adm', 'ose', 'lea', 'sta', 'aut', 'oth', 'rea', 'gcl', 'gop', 'exa', 'non'] as const;

/** What both worlds have. */
export interface CommonWorld {
  readonly walkers: Map<string, SignedIn | null>;
  readonly things: Map<string, string>;
  /** People who stand in closed things only. */
  readonly spare: string[];
}

/** The world of the rule table with more in it: guests, an author from outside, a closed body, a foreign unit's paper. */
export async function makeCommonWorld(api: TestApi): Promise<CommonWorld> {
  const world = await makeWorld(api);
  const things = new Map(world.things);
  const walkers = new Map<string, SignedIn | null>(world.people);
  things.set('foreign unit', await makeUnit(api, 'FRE'));
  things.set('closed body', await makeClosedBody(api));
  await addVisitedMeeting(api, things);
  await addForeignIndstilling(api, things);
  const guestOf = (...names: string[]) =>
    names.map((name) => ({ role: 'guest', pointId: things.get(name) ?? '' }));
  walkers.set('gcl', await api.signIn(guestOf('visited closed point'), 'Gæst til lukket'));
  walkers.set('gop', await api.signIn(guestOf('sent open point', 'approved open point'), 'Gæst til åbent'));
  walkers.set('exa', await signInAuthor(api, things));
  const spare: string[] = [];
  for (const nth of ['første', 'anden', 'tredje']) spare.push((await api.signIn([], `Den ${nth}`)).personId);
  // What is open is the same in both: also what corrections send with closed things.
  await send(api, things.get('sent meeting') ?? '');
  await sendAgain(api, things.get('approved meeting') ?? '');
  return { walkers, things, spare };
}

/** What was linked to a point since its agenda was sent is in the version its readers have. */
async function sendAgain(api: TestApi, meetingId: string): Promise<void> {
  await putMeetingInto(api, meetingId, 'drafting');
  await send(api, meetingId);
  await putMeetingInto(api, meetingId, 'held');
}

export async function makeTwoWorlds(options: TestApiOptions = {}): Promise<TwoWorlds> {
  const first = await startTestApi();
  const { database, everybody } = first;
  const { walkers, things, spare } = await makeCommonWorld(first);
  await first.app.close();
  const copy = await copyOfDatabase(database, 'secretive');
  const again = (api: TestApi): TestApi => ({ ...api, everybody });
  const plain = again(await startTestApi({ database }));
  const fresh = await startTestApi({ ...options, database: copy });
  const secretive = again(fresh);
  // `send` of a fresh api has an everybody of its own: both worlds know the first.
  const api = actingAs(secretive);
  const keeper = { api, things, spare };
  const secrets = await keepSecrets(keeper);
  // What others keep for themselves, on open points too, is as closed to those who walk.
  await keepOwnWords({ api, things, people: walkers });
  let hidden: Promise<void> | null = null;
  const hideFromAllButAdministrators = (): Promise<void> => (hidden ??= closedStandingPoint(keeper));
  // Each api has made a person of its own who may do everything: that is no difference of the worlds.
  const known = await idsIn(copy);
  known.delete(fresh.everybody.personId);
  return { plain, secretive, walkers, things, secrets, known, hideFromAllButAdministrators };
}

function actingAs(api: TestApi): TestApi {
  const { everybody } = api;
  return {
    ...api,
    send: (method, path, fields, with_ = {}) => api.send(method, path, fields, { by: everybody, ...with_ }),
    take: (schema, method, path, fields, with_ = {}) =>
      api.take(schema, method, path, fields, { by: everybody, ...with_ }),
  };
}

async function makeClosedBody(api: TestApi): Promise<string> {
  const fields = {
    name: 'Forhandlingsudvalget',
    kind: 'raad',
    visibility: 'closed',
    settings: { start: '09:00' },
  };
  return (await api.take(body, 'post', 'bodies', fields)).id;
}

/** A meeting that is over, one of whose closed points had a guest, at a time of its own. */
async function addVisitedMeeting(api: TestApi, things: Map<string, string>): Promise<void> {
  const { id } = await makeMeeting(api, things.get('body') ?? '', '2026-03-20');
  things.set('visited meeting', id);
  const closed = { visibility: 'closed', closedReason: 'Personsag', fixedStart: '10:30' };
  for (const [visibility, fields] of [['open', {}] as const, ['closed', closed] as const]) {
    const point = await makePoint(api, id, `Punkt med gæst ${visibility}`, { minutes: 10, ...fields });
    things.set(`visited ${visibility} point`, point.id);
    const bilag = { title: `Bilag til ${visibility}`, visibility: 'open' };
    const attached = await api.take(attachment, 'post', `agenda-points/${point.id}/attachments`, bilag);
    things.set(`visited ${visibility} attachment`, attached.id);
  }
  await putMeetingInto(api, id, 'drafting');
  await send(api, id);
  await putMeetingInto(api, id, 'held');
  for (const visibility of ['open', 'closed'])
    await decide(api, things.get(`visited ${visibility} point`) ?? '', 'Drøftet.');
  await api.take(minutesView, 'post', `meetings/${id}/minutes`);
  await api.database.query(`UPDATE minutes SET state = 'approved' WHERE meeting_id = $1`, [id]);
}

/** An indstilling of a unit that nobody who walks works in, with an open bilag, on an open point. */
async function addForeignIndstilling(api: TestApi, things: Map<string, string>): Promise<void> {
  const fields = {
    bodyId: things.get('body'),
    unitId: things.get('foreign unit'),
    title: 'Fra en anden enhed',
  };
  const { id } = await makeIndstilling(api, fields);
  const bilag = { title: 'Åbent bilag', visibility: 'open' };
  await api.take(attachment, 'post', `indstillinger/${id}/attachments`, bilag);
  await putIndstillingInto(api, id, 'on-agenda', ['leader']);
  await sendOnPoint(api, things.get('approved open point'), id);
  things.set('foreign on-agenda indstilling', id);
}

/** Somebody who wrote an indstilling that lies on a draft of an agenda, and has no role any more. */
async function signInAuthor(api: TestApi, things: Map<string, string>): Promise<SignedIn> {
  const author = await api.signIn([], 'Udefra');
  const { id } = await makeIndstilling(api, {
    ...{ bodyId: things.get('body'), unitId: things.get('foreign unit'), title: 'Skrevet udefra' },
    author: { personId: author.personId },
  });
  await putIndstillingInto(api, id, 'on-agenda', ['leader']);
  await keepSubmission(api, id);
  await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [
    ...[things.get('drafting open point'), id],
  ]);
  things.set('outside author’s indstilling', id);
  return author;
}

export async function stopTwoWorlds({ plain, secretive }: TwoWorlds): Promise<void> {
  await secretive.stop();
  await plain.stop();
}
