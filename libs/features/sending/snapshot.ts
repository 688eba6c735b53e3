import type { EntityManager } from 'typeorm';
import type { AgendaView } from '../../contracts/sending.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import {
  agendaToBe,
  isStandIn,
  readPointAttachments,
  releasedAgenda,
  visibleAgenda,
} from '../agenda-points/index.js';
import type { AgendaState, ReleasedAgenda, Sight } from '../agenda-points/index.js';
import type { AgendaVersionRow } from './agenda-version.entity.js';
import { readNames } from './agenda.queries.js';
import { agendaView } from './agenda.view.js';
import { sentTexts } from './sent-indstillinger.js';
import type { SentText } from './sent-indstillinger.js';
import { seenContent, textsOn } from './versions.view.js';

/** What a version would say if the agenda were sent as it stands, and the hash by which it is told from others. */
export interface Snapshot {
  readonly content: AgendaView;
  readonly texts: readonly SentText[];
  readonly contentHash: string;
}

/** Everything an agenda says, to nobody in particular; its date is the one it was first sent with, or today (ISO). */
export async function takeSnapshot(
  tx: EntityManager,
  state: AgendaState,
  texts: readonly SentText[],
  { newest, today }: { newest: AgendaVersionRow | null; today: string },
): Promise<Snapshot> {
  const { id } = state.meeting;
  const names = await readNames(tx, id);
  const live = agendaView(state, { ...names, attachments: await readPointAttachments(tx, id) }, 'all');
  const documentDate = live.meeting.documentDate ?? newest?.content.meeting.documentDate ?? today;
  const content = { ...live, meeting: { ...live.meeting, documentDate } };
  return { content, texts, contentHash: contentHash({ agenda: withoutVersions(content), texts }) };
}

const OPEN: Sight = { audience: 'open', disqualifiedFrom: [] };

/**
 * For whom a snapshot says something else than the version sent last: readers of what is open, and the guests of each
 * point. Those who read closed things are told of every correction.
 */
export async function changesFor(
  tx: EntityManager,
  state: AgendaState,
  newest: AgendaVersionRow | null,
  next: Snapshot,
): Promise<{ open: boolean; guestOf: (pointId: string) => boolean }> {
  if (newest === null) return { open: true, guestOf: () => true };
  const before = await releasedAgenda(tx, state, newest.id, OPEN);
  if (before === null) throw new Error(`The version ${newest.number} vanished.`);
  const after = await agendaToBe(tx, state, next.content);
  const earlierTexts = (await sentTexts(tx, state.meeting.id)).get(newest.id) ?? [];
  const openHash = (agenda: ReleasedAgenda, texts: readonly SentText[]): string => {
    const seen = seenContent(agenda.content, { ...visibleAgenda(agenda, OPEN), audience: 'open' });
    return contentHash({ agenda: withoutVersions(seen), texts: textsOn(seen, texts) });
  };
  return {
    open: openHash(before, earlierTexts) !== openHash(after, next.texts),
    guestOf: (id) =>
      contentHash(asGuest(before, id, earlierTexts)) !== contentHash(asGuest(after, id, next.texts)),
  };
}

/**
 * What a guest has of an agenda (who else is a guest is not among it): when and where the meeting is, and their point; an open
 * one as all who read open things have it, a closed one whole but for its place, which counts what else is closed.
 */
function asGuest(agenda: ReleasedAgenda, pointId: string, texts: readonly SentText[]): unknown {
  const open = visibleAgenda(agenda, OPEN);
  const isOpen = open.state.points.some((point) => point.id === pointId && !isStandIn(point));
  const { meeting, points } = isOpen
    ? seenContent(agenda.content, { ...open, audience: 'open' })
    : agenda.content;
  const { date, start, end, place } = meeting;
  const point = points.find(({ id }) => id === pointId);
  const withoutPlace = { position: 0, number: null, part: null, parentId: null };
  return {
    when: { date, start, end, place },
    point:
      point === undefined
        ? null
        : { ...point, ...(isOpen ? {} : withoutPlace), guests: undefined, version: 0 },
    texts: texts.filter((text) => text.pointId === pointId),
  };
}

/** The versions of rows tell that somebody saved, not what an agenda says. */
function withoutVersions(content: AgendaView): unknown {
  return { ...content, points: content.points.map((point) => ({ ...point, version: 0 })) };
}
