import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MOST_OF_COURSE } from '../../contracts/course.js';
import type { CourseEntryView, CourseView } from '../../contracts/course.js';
import { localOf } from '../../domain/calendar/index.js';
import { courseOf } from '../../domain/indstilling/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { recordReadsOfSeveral } from '../../platform/events/read-log.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { loadSeenPoint, pointViewIn } from '../agenda-points/index.js';
import { findSeenIndstilling, indstillingerOfCase, loadSeenIndstilling } from '../indstillinger/index.js';
import type { SeenIndstilling } from '../indstillinger/index.js';
import { reachOf } from '../organisation/index.js';
import { placesLeft, pointsOfCourse, stepsOfCourse } from './course.queries.js';
import type { PointOfCourse, StepOfCourse } from './course.queries.js';

/** One more than are told, to know whether there are others. */
const ASKED = MOST_OF_COURSE + 1;

/**
 * The course of a case (sagens forløb): nobody writes it, it is what is there to be read now of the meetings and indstillinger of
 * the case, by the one who asks. As many queries for a case of many years as for one of a week.
 */
@Injectable()
export class CourseService {
  constructor(private readonly transactions: Transactions) {}

  async ofIndstilling(context: RequestContext, id: string): Promise<CourseView> {
    const tx = this.transactions.reader;
    const seen = await loadSeenIndstilling(tx, context.actor, id);
    return courseFor(tx, context, seen, null);
  }

  async ofPoint(context: RequestContext, id: string): Promise<CourseView> {
    const tx = this.transactions.reader;
    const { actor } = context;
    const { state } = await loadSeenPoint(tx, actor, id);
    const { indstillingId } = pointViewIn(state, id);
    const seen = indstillingId === null ? null : await findSeenIndstilling(tx, actor, indstillingId);
    return courseFor(tx, context, seen, id);
  }
}

async function courseFor(
  tx: EntityManager,
  context: RequestContext,
  seen: SeenIndstilling | null,
  pointId: string | null,
): Promise<CourseView> {
  const reach = await reachOf(tx, context.actor);
  const ofCase = seen === null ? [] : await indstillingerOfCase(tx, reach, seen);
  const points = await pointsOfCourse(tx, reach, {
    ...{ indstillinger: ofCase.map(({ id }) => id), pointId },
    most: ASKED,
  });
  const left = await placesLeft(tx, reach, points);
  const steps = await stepsOfCourse(
    tx,
    ofCase.filter(({ isWhole }) => isWhole).map(({ id }) => id),
    ASKED,
  );
  const { entries, more } = courseOf([...left, ...points], steps.map(ofThatDay), MOST_OF_COURSE);
  const told = entries.flatMap(({ point }) => point ?? []);
  await recordClosed(tx, context, told, new Map(points.map(({ id, meetingId }) => [id, meetingId])));
  return { entries: entries.map(entryView), more: more || steps.length === ASKED };
}

function ofThatDay({ at, ...step }: StepOfCourse) {
  return { ...step, at: localOf(at.toISOString()) };
}

/** To be told of a closed point is to read it. */
function recordClosed(
  tx: EntityManager,
  context: RequestContext,
  told: readonly PointOfCourse[],
  meetings: ReadonlyMap<string, string>,
): Promise<void> {
  const closed = new Set(told.filter((point) => point.closed).map(({ id }) => id));
  return recordReadsOfSeveral(tx, context, {
    ...{ name: 'agenda-point.read', kind: 'agenda-point' },
    reads: [...closed].map((id) => ({ id, scopeId: meetings.get(id) ?? id })),
  });
}

type Entry = ReturnType<typeof courseOf<PointOfCourse, ReturnType<typeof ofThatDay>>>['entries'][number];

const NOTHING_DECIDED = { outcome: null, text: [], toMeeting: null, toBody: null };

function entryView({ kind, date, point, step }: Entry): CourseEntryView {
  if (point === null) {
    const { bodyName, indstilling } = step;
    return { kind, date, bodyName, point: null, indstilling, ...NOTHING_DECIDED };
  }
  const { id, meetingId, number, title, closed, onAgenda, bodyName, decision } = point;
  return {
    ...{ kind, date, bodyName, indstilling: null },
    point: { id, meetingId, number, title, closed, onAgenda },
    ...(decision ?? NOTHING_DECIDED),
  };
}
