import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IndstillingState } from '../../domain/indstilling/index.js';
import { orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { linkIndstilling } from '../agenda-points/index.js';
import { AttachmentsService, loadOwner } from '../attachments/index.js';
import { IndstillingerService, settleImported } from '../indstillinger/index.js';
import { keepBroughtInText } from '../sending/index.js';
import { KnownBodies } from './known-bodies.js';
import type { TakenDocument } from './meeting-taker.js';
import { indstillingOf } from './package-rows.js';

interface PlacedPoint {
  readonly meetingId: string;
  readonly pointId: string | null;
  readonly isDecided: boolean;
}

/** Turns an indstilling of an old package into one of the product's, placed on the point of its name where there is one. */
@Injectable()
export class IndstillingTaker {
  constructor(
    private readonly bodies: KnownBodies,
    private readonly indstillinger: IndstillingerService,
    private readonly attachments: AttachmentsService,
  ) {}

  /** Takes it in, within the context's transaction; gives its id and that of its meeting. */
  async take(
    tx: EntityManager,
    context: RequestContext,
    taken: TakenDocument,
  ): Promise<{ indstillingId: string; meetingId: string | null }> {
    const { document, body, date, importId, barred } = taken;
    const bodyId = await this.bodies.idOf(tx, context, body, 'short');
    const place = await findPoint(tx, { bodyId, date, title: document.indstilling?.title ?? '', barred });
    const unitName = document.indstilling?.unit ?? null;
    const unitId = await unitNamed(tx, unitName);
    const wantedMeetingId = place?.meetingId ?? null;
    const fields = orRefuse(indstillingOf(document, { bodyId, wantedMeetingId, unitId }));
    const row = await this.indstillinger.add(tx, context, fields);
    const titles = document.indstilling?.attachments ?? [];
    const owner = await loadOwner(tx, { indstillingId: row.id });
    const attachments = titles.map((title) => ({ title, visibility: 'open' as const }));
    await this.attachments.append(tx, context, owner, attachments);
    if (place?.pointId) await linkIndstilling(tx, context, place.pointId, row.id);
    const state = stateOf(place);
    const submission = await settleImported(tx, context, row.id, { state, importedFrom: importId, unitName });
    if (place?.pointId && submission !== null)
      await keepBroughtInText(tx, { pointId: place.pointId, indstillingId: row.id, submission });
    return { indstillingId: row.id, meetingId: wantedMeetingId };
  }
}

/** What became of it: it stood on an agenda, and was decided there; without a point of its name it is a draft. */
function stateOf(place: PlacedPoint | null): IndstillingState {
  if (!place?.pointId) return 'draft';
  return place.isDecided ? 'decided' : 'on-agenda';
}

/**
 * The meeting of a body on a date, with its point of the same title where exactly one bears it and the meeting is of an old
 * package too: on the agenda of a meeting held here an indstilling comes by its approvals only.
 */
async function findPoint(
  tx: EntityManager,
  wanted: { bodyId: string; date: string; title: string; barred: readonly string[] },
): Promise<PlacedPoint | null> {
  const rows = await tx.query<{ meetingId: string; pointId: string | null; isDecided: boolean }[]>(
    `SELECT m.id AS "meetingId", p.id AS "pointId", d.outcome IS NOT NULL AS "isDecided"
     FROM meeting m
     LEFT JOIN agenda_point p ON p.meeting_id = m.id AND lower(p.title) = lower($3) AND p.indstilling_id IS NULL
       AND m.imported_from IS NOT NULL AND p.id <> ALL($4::uuid[])
     LEFT JOIN decision d ON d.point_id = p.id
     WHERE m.body_id = $1 AND m.date = $2 AND m.state <> 'cancelled'`,
    [wanted.bodyId, wanted.date, wanted.title, wanted.barred],
  );
  const [first] = rows;
  if (!first) return null;
  return rows.length === 1 ? first : { meetingId: first.meetingId, pointId: null, isDecided: false };
}

/** The unit a name, code or alias stands for; null when none or several do. */
async function unitNamed(tx: EntityManager, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM unit WHERE lower($1) = ANY(ARRAY[lower(name), lower(code)] || ARRAY(SELECT lower(unnest(aliases))))`,
    [name],
  );
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
