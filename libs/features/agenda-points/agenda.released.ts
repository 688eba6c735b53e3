import type { EntityManager } from 'typeorm';
import type { AgendaView } from '../../contracts/sending.js';
import { strictest } from '../../domain/agenda/index.js';
import type { Audience, NumberingPolicy, Visibility } from '../../domain/agenda/index.js';
import { askPrepared } from '../../platform/database/prepared.js';
import type { MeetingRow, SeenMeeting } from '../meetings/index.js';
import { anyClosed } from '../organisation/index.js';
import type { BodyRow } from '../organisation/index.js';
import type { AgendaState, PointAttachment } from './agenda.queries.js';
import { findSentAgenda, sentAgenda } from './sent-agendas.js';
import type { SentAgenda } from './sent-agendas.js';

/** Whom an agenda is shown to: an audience, less the closed points that the person is disqualified on. */
export interface Sight {
  readonly audience: Audience;
  readonly disqualifiedFrom: readonly string[];
}

/** An agenda as it was sent: the same shape as the living one, so that the same rules number and show it. */
export interface ReleasedAgenda extends AgendaState {
  readonly number: number;
  readonly content: AgendaView;
  readonly attachments: readonly PointAttachment[];
  /**
   * How open its points and bilag are today, wherever they stand, by id; of those that are gone, how open they were then. Null where
   * it was loaded for a sight that sees all of it, and for which nobody looked.
   */
  readonly today: ReadonlyMap<string, Visibility> | null;
}

const NEWEST = {
  name: 'newest sent agenda of a meeting',
  text: 'SELECT id FROM agenda_version WHERE meeting_id = $1 ORDER BY number DESC LIMIT 1',
};

/** What readers have: the version sent last. Null before the first sending. */
export async function releasedAgendaOf(
  tx: EntityManager,
  of: Pick<SeenMeeting, 'meeting' | 'body'>,
  sight: Sight,
): Promise<ReleasedAgenda | null> {
  const [version] = await askPrepared<{ id: string }>(tx, NEWEST, [of.meeting.id]);
  return version ? releasedAgenda(tx, of, version.id, sight) : null;
}

/**
 * A version by its id, as it was sent, for what a sight sees of it; who may read it is judged by today's rights (PRODUCT.md,
 * `AgendaVersion`), and what of it is closed by how open it was sent and is today, whichever is stricter (`asClosedAsEver`).
 */
export async function releasedAgenda(
  tx: EntityManager,
  { meeting, body }: Pick<SeenMeeting, 'meeting' | 'body'>,
  versionId: string,
  sight: Sight,
): Promise<ReleasedAgenda | null> {
  const sent = await findSentAgenda(tx, versionId);
  if (!sent) return null;
  const whole = asSent(sent, meeting, body);
  return seesAllOf(sight) ? whole : { ...whole, today: await visibilitiesToday(tx, sent.content) };
}

/** What is about to be sent, as it will be read once it is: how open it is today has been looked up. */
export async function agendaToBe(
  tx: EntityManager,
  { meeting, body }: Pick<SeenMeeting, 'meeting' | 'body'>,
  content: AgendaView,
): Promise<ReleasedAgenda> {
  const whole = asSent(sentAgenda(0, content), meeting, body);
  return { ...whole, today: await visibilitiesToday(tx, content) };
}

/** What was made last of a meeting's row, which many requests for it share as long as it does not change. */
const made = new WeakMap<MeetingRow, { of: SentAgenda; body: BodyRow; agenda: ReleasedAgenda }>();

/** A version with the meeting and body it was sent with, for those who see all of it. */
function asSent(sent: SentAgenda, meeting: MeetingRow, body: BodyRow): ReleasedAgenda {
  const known = made.get(meeting);
  if (known?.of === sent && known.body === body) return known.agenda;
  const { number, content, points, attachments, taken } = sent;
  const { kind, date, start, end, place, caseNumber, participants, caseworkers, documentDate } =
    content.meeting;
  const agenda = {
    ...{ number, content, points, attachments, taken, body: numberedBy(body, content.body.numbering) },
    meeting: Object.assign({}, meeting, {
      ...{ kind, date, start, end, place, caseNumber, participants, caseworkers, documentDate },
    }),
    today: null,
  };
  // Rows that may still change are nobody else's.
  if (Object.isFrozen(meeting) && Object.isFrozen(body)) made.set(meeting, { of: sent, body, agenda });
  return agenda;
}

function numberedBy(body: BodyRow, numbering: NumberingPolicy): BodyRow {
  return Object.assign({}, body, { settings: { ...body.settings, numbering } });
}

const NUMBERING = {
  name: 'numbering of the newest sent agenda of a meeting',
  text: `SELECT content->'body'->>'numbering' AS numbering FROM agenda_version
         WHERE meeting_id = $1 ORDER BY number DESC LIMIT 1`,
};

/**
 * An agenda as it stands, under the numbering that its meeting was sent with: a body that numbers in one series since then
 * does not open what lies behind it. One that was never sent goes by the stricter, which says nothing of closed points, for
 * those who do not read them.
 */
export async function numberedAsSent<State extends AgendaState>(
  tx: EntityManager,
  state: State,
  audience: Audience,
): Promise<State> {
  const [sent] = await askPrepared<{ numbering: NumberingPolicy }>(tx, NUMBERING, [state.meeting.id]);
  const unsent = audience === 'all' ? state.body.settings.numbering : 'separate-series';
  return { ...state, body: numberedBy(state.body, sent?.numbering ?? unsent) };
}

/** Whether nothing is hidden from a sight, however open or closed it is today. */
export function seesAllOf({ audience, disqualifiedFrom }: Sight): boolean {
  return audience === 'all' && disqualifiedFrom.length === 0;
}

const TODAY = {
  name: 'visibilities of a sent agenda today',
  text: `SELECT id, CASE WHEN ${anyClosed('visibility', 'body_visibility')} THEN 'closed' ELSE 'open' END AS visibility
         FROM visibility_today WHERE id = ANY($1::uuid[])`,
};

async function visibilitiesToday(
  tx: EntityManager,
  content: AgendaView,
): Promise<ReadonlyMap<string, Visibility>> {
  const rows = await askPrepared<{ id: string; visibility: Visibility }>(tx, TODAY, [
    content.points.flatMap((entry) => [entry.id, ...entry.attachments.map((attachment) => attachment.id)]),
  ]);
  return new Map(rows.map(({ id, visibility }) => [id, visibility]));
}

/** The version cut down to what a sight sees must know how open it is today: without that nothing is shown. */
export function todayOf({ today }: ReleasedAgenda): ReadonlyMap<string, Visibility> {
  if (today === null) throw new Error('The agenda was loaded for somebody who sees all of it.');
  return today;
}

/** How open something of a version is today; what nobody knows of any more is closed. */
export function visibilityNow(today: ReadonlyMap<string, Visibility>, id: string): Visibility {
  return today.get(id) ?? 'closed';
}

/**
 * The version with everything as closed as it was sent or is today: what those are shown who may not read closed things. The
 * words of what was opened since were written while it was closed; they have it from the version that it is sent open in.
 */
export function asClosedAsEver(agenda: ReleasedAgenda): ReleasedAgenda {
  const today = todayOf(agenda);
  const judged = <Thing extends { id: string; visibility: Visibility }>(thing: Thing): Thing =>
    Object.assign({}, thing, { visibility: strictest(thing.visibility, visibilityNow(today, thing.id)) });
  return {
    ...agenda,
    points: agenda.points.map(judged),
    attachments: agenda.attachments.map(judged),
  };
}
