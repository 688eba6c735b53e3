import type { DataSource, EntityManager } from 'typeorm';
import type { AgendaEntry, AgendaView } from '../../contracts/sending.js';
import type { TakenNumbers } from '../../domain/agenda/index.js';
import { deepFreeze } from '../../platform/database/kept-rows.js';
import { askPrepared } from '../../platform/database/prepared.js';
import type { AgendaPointRow } from './agenda-point.entity.js';
import type { PointAttachment } from './agenda.queries.js';

/** A version of an agenda as it was sent, for nobody in particular; it never changes, and is frozen so that nothing changes it. */
export interface SentAgenda {
  readonly number: number;
  readonly content: AgendaView;
  readonly points: AgendaPointRow[];
  readonly attachments: readonly PointAttachment[];
  readonly taken: TakenNumbers;
}

/** How much a process keeps of what was sent to be read again, in characters of its JSON. */
const MOST_KEPT = 64_000_000;

const BY_ID = {
  name: 'sent agenda by id',
  text: 'SELECT number, content, length(content::text) AS size FROM agenda_version WHERE id = $1',
};

type KeptAgenda = SentAgenda & { readonly size: number };

/**
 * The versions that were read last, by id. What may be read of them, and whether they are still there, is asked of the
 * database at every request; only their unchanging text is kept.
 */
class SentAgendas {
  private readonly kept = new Map<string, KeptAgenda>();
  private size = 0;

  async get(tx: EntityManager, id: string): Promise<SentAgenda | null> {
    const known = this.kept.get(id);
    if (known) {
      // The one read last stands last, so that the first is the one to forget.
      this.kept.delete(id);
      this.kept.set(id, known);
      return known;
    }
    const [version] = await askPrepared<{ number: number; content: AgendaView; size: number }>(tx, BY_ID, [
      id,
    ]);
    if (!version) return null;
    const sent = deepFreeze({ ...sentAgenda(version.number, version.content), size: version.size });
    // Two who asked at once have both read it.
    if (!this.kept.has(id)) this.keep(id, sent);
    return sent;
  }

  private keep(id: string, sent: KeptAgenda): void {
    this.kept.set(id, sent);
    this.size += sent.size;
    for (const [oldest, { size }] of this.kept) {
      if (this.size <= MOST_KEPT) return;
      this.kept.delete(oldest);
      this.size -= size;
    }
  }
}

const ofDatabases = new WeakMap<DataSource, SentAgendas>();

/** A sent version by its id; null when there is none. */
export function findSentAgenda(tx: EntityManager, id: string): Promise<SentAgenda | null> {
  let known = ofDatabases.get(tx.dataSource);
  if (!known) ofDatabases.set(tx.dataSource, (known = new SentAgendas()));
  return known.get(tx, id);
}

/** What was sent, or is about to be, as the rules of an agenda take it. */
export function sentAgenda(number: number, content: AgendaView): SentAgenda {
  return {
    number,
    content,
    points: content.points.map(rowOf),
    attachments: content.points.flatMap((entry) =>
      entry.attachments.map(({ id, number: position, title, visibility, fileVersionId }) => {
        // Agendas that were sent before bilag had files say nothing of them.
        return { id, pointId: entry.id, title, position, visibility, fileVersionId: fileVersionId ?? null };
      }),
    ),
    taken: { main: takenIn(content, 'main'), closed: takenIn(content, 'closed') },
  };
}

const takenIn = (content: AgendaView, part: AgendaEntry['part']): string[] =>
  content.points.flatMap((entry) => (entry.part === part && entry.number !== null ? [entry.number] : []));

function rowOf(entry: AgendaEntry): AgendaPointRow {
  const { id, meetingId, parentId, position, title, type, purpose, method, responsible, attending } = entry;
  const { minutes, fixedStart, closedReason, publicTitle, publicDecision, indstillingId } = entry;
  const { withdrawn, withdrawnReason, late, lateReason } = entry;
  return {
    ...{ id, meetingId, parentId, position, title, type, purpose, method, responsible, attending },
    ...{ minutes, fixedStart, closedReason, publicTitle, publicDecision, indstillingId },
    ...{ withdrawn, withdrawnReason, late, lateReason },
    // How often a point was saved on its way is none of its readers' business.
    version: 1,
    visibility: entry.visibility,
    frozenNumber: entry.number,
    frozenPart: entry.part,
    ...(entry.guests ? { guests: entry.guests } : {}),
  };
}
