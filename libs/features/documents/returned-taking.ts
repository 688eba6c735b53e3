import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { changeAgendaPoint, createAgendaPoint } from '../../contracts/agenda-points.js';
import type { ChangeAgendaPoint, CreateAgendaPoint } from '../../contracts/agenda-points.js';
import type { TakenOverView } from '../../contracts/returned-documents.js';
import { TAKEN_FIELDS } from '../../domain/document/index.js';
import type { FoundDifference, PaperPoint, TakenField } from '../../domain/document/index.js';
import { groupBy } from '../../domain/group-by.js';
import { mayRemovePoint } from '../../domain/meeting/index.js';
import { checkVersion } from '../../platform/database/versioned.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { AgendaPointsService, loadAgenda, pointViewIn, wereSent } from '../agenda-points/index.js';
import type { AgendaPointRow, AgendaState } from '../agenda-points/index.js';

type Done = TakenOverView['done'][number];

/** A difference to take over, with the version of its point as it was shown. */
export interface Chosen {
  readonly difference: FoundDifference;
  readonly version: number | null;
}

/** Takes differences over by the acts that change an agenda by hand, within one transaction of the caller's. */
@Injectable()
export class ReturnedTaking {
  constructor(private readonly points: AgendaPointsService) {}

  async take(
    tx: EntityManager,
    context: RequestContext,
    agenda: AgendaState,
    chosen: readonly Chosen[],
  ): Promise<Done[]> {
    const of = (kind: FoundDifference['kind']): readonly Chosen[] =>
      chosen.filter(({ difference }) => difference.kind === kind);
    const done: Done[] = [];
    for (const [pointId, fields] of groupBy(of('field'), ({ difference }) => difference.pointId ?? ''))
      done.push(await this.change(context, rowOf(agenda, pointId), fields));
    for (const { difference, version } of withoutSubPoints(agenda, of('missing')))
      done.push(await this.takeOff(tx, context, agenda, { row: rowOf(agenda, difference.pointId), version }));
    // Where new points stand is counted among those that are left.
    const left = await loadAgenda(tx, agenda.meeting.id);
    return [...done, ...(await this.addAll(context, left, of('added')))];
  }

  private async addAll(
    context: RequestContext,
    agenda: AgendaState,
    chosen: readonly Chosen[],
  ): Promise<Done[]> {
    const done: Done[] = [];
    const made = new Map<string, string>();
    const isSub = ({ difference }: Chosen): boolean => difference.point?.isSub === true;
    // Parents before what stands under them. Several behind the same point: the last first, so that they end in their order.
    const inTurn = [...chosen.filter((one) => !isSub(one)).reverse(), ...chosen.filter(isSub).reverse()];
    for (const { difference } of inTurn) {
      const parentId = difference.parentId ?? made.get(difference.parentKey ?? '') ?? null;
      const added = await this.add(context, agenda, { ...difference, parentId });
      made.set(difference.key, added.pointId);
      done.push(added);
    }
    return done;
  }

  private async change(
    context: RequestContext,
    row: AgendaPointRow,
    chosen: readonly Chosen[],
  ): Promise<Done> {
    const fields: Record<string, unknown> = {};
    const before: Record<string, unknown> = {};
    for (const { difference } of chosen) {
      const field = TAKEN_FIELDS.find((one) => one === difference.field);
      if (!field || !difference.point) continue;
      fields[field] = valueOf(difference.point, field);
      before[field] = row[field];
    }
    const { id, version } = await this.points.change(
      context,
      row.id,
      chosen[0]?.version ?? 0,
      fitting<ChangeAgendaPoint>(changeAgendaPoint, fields),
    );
    return { kind: 'changed', pointId: id, version, before };
  }

  /** Off an agenda that was never sent; from one that was, with the words that it is withdrawn. */
  private async takeOff(
    tx: EntityManager,
    context: RequestContext,
    { meeting, points }: AgendaState,
    { row, version }: { readonly row: AgendaPointRow; readonly version: number | null },
  ): Promise<Done> {
    const group = points.filter(({ id, parentId }) => id === row.id || parentId === row.id);
    const sentBefore = await wereSent(
      tx,
      group.map(({ id }) => id),
    );
    if (mayRemovePoint(meeting.state, group, sentBefore).ok) {
      await this.points.remove(context, row.id, version ?? 0);
      return { kind: 'removed', pointId: row.id };
    }
    const withdrawn = await this.points.withdraw(context, row.id, version ?? 0, { reason: null });
    return { kind: 'withdrawn', pointId: row.id, version: withdrawn.version };
  }

  private async add(
    context: RequestContext,
    { meeting, points }: AgendaState,
    { point, behind, parentId }: FoundDifference,
  ): Promise<Done> {
    if (!point) throw new Error('A new point has what it says.');
    const fields = Object.fromEntries(TAKEN_FIELDS.map((field) => [field, valueOf(point, field)]));
    const place = placeBehind(points, behind, parentId);
    const visibility = point.isClosed ? 'closed' : 'open';
    const created = await this.points.create(
      context,
      meeting.id,
      fitting<CreateAgendaPoint>(createAgendaPoint, { ...fields, visibility, ...place }),
    );
    return { kind: 'added', pointId: created.id, version: created.version };
  }
}

/** Sub-points go with the point they stand under, where that is taken off too, if they are as they were shown. */
function withoutSubPoints(agenda: AgendaState, missing: readonly Chosen[]): readonly Chosen[] {
  const going = new Set(missing.map(({ difference }) => difference.pointId));
  return missing.filter(({ difference, version }) => {
    const row = rowOf(agenda, difference.pointId);
    if (row.parentId === null || !going.has(row.parentId)) return true;
    if (row.version !== version) checkVersion(row, version ?? 0, pointViewIn(agenda, row.id));
    return false;
  });
}

function rowOf({ points }: AgendaState, pointId: string | null): AgendaPointRow {
  const row = points.find(({ id }) => id === pointId);
  if (!row) throw new ProblemError('returned-changed', 'The point is not on the agenda any more.');
  return row;
}

/** What a point on paper says, as the data has it. */
function valueOf(point: PaperPoint, field: TakenField): unknown {
  const value = point[field];
  return value === '' && field !== 'title' ? null : value;
}

function placeBehind(
  points: readonly AgendaPointRow[],
  behind: string | null,
  parentId: string | null,
): { readonly parentId: string | null; readonly position: number } {
  const row = points.find(({ id }) => id === behind);
  const top = row?.parentId == null ? row : points.find(({ id }) => id === row.parentId);
  const sibling = parentId === null ? top : row?.parentId === parentId ? row : undefined;
  return { parentId, position: sibling ? sibling.position + 1 : 0 };
}

interface Fits<Fields> {
  safeParse(value: unknown): { success: true; data: Fields } | { success: false };
}

/** What was written by hand is held to what the agenda takes, as if it had been typed there. */
function fitting<Fields>(schema: Fits<Fields>, value: unknown): Fields {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    'returned-does-not-fit',
    'Something in the document is too long for the agenda, or empty.',
  );
}
