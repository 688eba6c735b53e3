import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PackageDocument } from '../../domain/imports/index.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { bringInPoints, fillInPoint, loadAgenda, ruleAgenda } from '../agenda-points/index.js';
import { AttachmentsService, loadOwner } from '../attachments/index.js';
import { MeetingsService } from '../meetings/index.js';
import type { MeetingRow } from '../meetings/index.js';
import { SendingService } from '../sending/index.js';
import { KnownBodies } from './known-bodies.js';
import { MinutesTaker } from './minutes-taker.js';
import { agendaFormOf, meetingOf, pointsOf } from './package-rows.js';
import type { PackagedPoint } from './package-rows.js';

/** A document of a package, the lines of that package, and the body and date it belongs to. */
export interface TakenDocument {
  readonly document: PackageDocument;
  readonly packageLines: readonly string[];
  readonly body: string;
  readonly date: string;
  readonly importId: string;
  /** The points that the one who imports is disqualified on: nothing is brought near them, and nothing told of them. */
  readonly barred: readonly string[];
}

/** The meeting that stands on a date already. */
interface PresentMeeting {
  readonly id: string;
  readonly state: MeetingRow['state'];
  /** Held here, with minutes that are approved: what it was about stands fast. */
  readonly isSettled: boolean;
  readonly isBarred: boolean;
}

/** Turns an agenda or minutes of an old package into a meeting, through the services that own its rows. */
@Injectable()
export class MeetingTaker {
  constructor(
    private readonly bodies: KnownBodies,
    private readonly meetings: MeetingsService,
    private readonly attachments: AttachmentsService,
    private readonly sending: SendingService,
    private readonly minutes: MinutesTaker,
  ) {}

  /** Takes a document in, within the context's transaction; gives the id of its meeting. */
  async take(tx: EntityManager, context: RequestContext, taken: TakenDocument): Promise<string> {
    const bodyId = await this.bodies.idOf(tx, context, taken.body, agendaFormOf(taken.document));
    const meetingId = await this.meetingFor(tx, context, taken, bodyId);
    const points = pointsOf(taken.document);
    const ids = await placePoints(tx, context, meetingId, points);
    for (const { point, attachments } of points) {
      await this.attach(tx, context, ids.get(point.key) ?? '', attachments, taken.packageLines);
    }
    if (taken.document.kind === 'minutes') await this.minutes.take(tx, context, meetingId, points, ids);
    else await this.send(tx, context, meetingId);
    return meetingId;
  }

  private async meetingFor(
    tx: EntityManager,
    context: RequestContext,
    { document, date, importId, barred }: TakenDocument,
    bodyId: string,
  ): Promise<string> {
    const [present] = await tx.query<PresentMeeting[]>(
      `SELECT meeting.id, meeting.state,
              meeting.imported_from IS NULL AND EXISTS (
                SELECT 1 FROM minutes WHERE minutes.meeting_id = meeting.id AND minutes.state = 'approved') AS "isSettled",
              EXISTS (SELECT 1 FROM agenda_point point
                      WHERE point.meeting_id = meeting.id AND point.id = ANY($3::uuid[])) AS "isBarred"
       FROM meeting WHERE body_id = $1 AND date = $2 AND state <> 'cancelled' ORDER BY id FOR UPDATE OF meeting`,
      [bodyId, date, barred],
    );
    if (!present) {
      const state = document.kind === 'minutes' ? 'held' : 'drafting';
      const fields = meetingOf(document, bodyId, date);
      return (await this.meetings.bringIn(context, fields, { state, importedFrom: importId })).id;
    }
    if (present.state === 'held' && !present.isSettled && !present.isBarred) return present.id;
    throw new ProblemError(
      'meeting-not-open-to-import',
      `The meeting of ${date} is ${present.state}; an old package adds only to a meeting that was held and whose minutes are not approved, and by nobody who is disqualified there.`,
      { at: `lines ${document.lines.from}-${document.lines.to}`, liftedBy: 'secretariat' },
    );
  }

  private async attach(
    tx: EntityManager,
    context: RequestContext,
    pointId: string,
    attachments: PackagedPoint['attachments'],
    packageLines: readonly string[],
  ): Promise<void> {
    if (attachments.length === 0) return;
    const owner = await loadOwner(tx, { pointId });
    const standing = await tx.query<{ title: string }[]>('SELECT title FROM attachment WHERE point_id = $1', [
      pointId,
    ]);
    const present = new Set(standing.map((row) => row.title));
    const added = attachments.filter(({ title }) => !present.has(title));
    const textOf = ({ lines }: (typeof added)[number]): string | null =>
      lines === null ? null : packageLines.slice(lines.from - 1, lines.to).join('\n');
    const rows = added.map((one) => ({
      title: one.title,
      visibility: one.visibility,
      importedText: textOf(one),
    }));
    await this.attachments.append(tx, context, owner, rows);
  }

  /** An agenda that can be sent becomes its first version; one without a start stays a draft. */
  private async send(tx: EntityManager, context: RequestContext, meetingId: string): Promise<void> {
    const { meeting } = await loadAgenda(tx, meetingId);
    if (meeting.state !== 'drafting' || meeting.start === null) return;
    await this.sending.send(context, meetingId, meeting.version);
  }
}

/**
 * Puts the points of a package on the agenda: one whose number stands there already fills in what that point lacks and
 * changes nothing else; the others are added. Gives the ids of all by key.
 */
async function placePoints(
  tx: EntityManager,
  context: RequestContext,
  meetingId: string,
  points: readonly PackagedPoint[],
): Promise<ReadonlyMap<string, string>> {
  const agenda = ruleAgenda(await loadAgenda(tx, meetingId));
  const standing = new Map(
    agenda.points.map(({ number, part, point }) => [`${part} ${number ?? ''}`, point.row]),
  );
  const ids = new Map<string, string>();
  const fresh: PackagedPoint['point'][] = [];
  for (const { point } of points) {
    const row = standing.get(`${point.frozenPart ?? 'main'} ${point.frozenNumber ?? ''}`);
    if (!row) {
      fresh.push(point);
      continue;
    }
    await fillInPoint(tx, context, row, point);
    ids.set(point.key, row.id);
  }
  const added = await bringInPoints(tx, context, meetingId, fresh);
  return new Map([...ids, ...added]);
}
