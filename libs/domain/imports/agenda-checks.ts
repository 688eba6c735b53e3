import { clockInText, printClock, toMinutes } from '../calendar/index.js';
import type { PackageMeeting, PackagePoint, PackageWarning } from './package-document.js';
import { titleKey } from './point-headings.js';
import type { PointHeading } from './point-headings.js';

/** A point with the line its heading stands on. */
export interface NumberedPoint {
  readonly point: PackagePoint;
  readonly line: number | null;
}

const hasTime = (point: PackagePoint): boolean => point.timeFrom !== null || point.durationMinutes !== null;

/** What does not agree in an agenda: titles in list and heading, times and booked end, points without time. */
export function checkAgenda(
  points: readonly NumberedPoint[],
  shortList: readonly PointHeading[],
  meeting: PackageMeeting,
): PackageWarning[] {
  return [...titlesThatDiffer(points, shortList), ...checkTimes(points), ...checkEnd(points, meeting)];
}

/** The heading over the point wins over the list at the head of the agenda. */
function titlesThatDiffer(
  points: readonly NumberedPoint[],
  shortList: readonly PointHeading[],
): PackageWarning[] {
  const byNumber = new Map([...points].reverse().map((one) => [one.point.number, one]));
  return shortList.flatMap((entry) => {
    const same = byNumber.get(entry.number);
    const line = entry.lines[0]?.no ?? null;
    const listed = entry.title.title;
    if (!same)
      return [
        {
          code: 'point-only-in-list',
          text: `Punkt ${entry.number} "${listed}" står kun i oversigten.`,
          line,
        },
      ];
    if (titleKey(same.point.title) === titleKey(listed)) return [];
    const text = `Punkt ${entry.number} hedder "${listed}" i oversigten og "${same.point.title}" over punktet; overskriften gælder.`;
    return [{ code: 'title-differs', text, line: same.line }];
  });
}

function checkTimes(points: readonly NumberedPoint[]): PackageWarning[] {
  const timed = points.map(({ point }) => point).filter(hasTime);
  if (timed.length === 0) return [];
  const timedParts = new Set(timed.map((point) => point.visibility));
  // Of the points 3A, 3B ..., the one they stand under.
  const timedUnder = new Set(
    timed.map((point) => `${/^(.*)[A-Z]$/.exec(point.number)?.[1] ?? ''} ${point.visibility}`),
  );
  const without = points.filter(
    ({ point }) =>
      /^\d+$/.test(point.number) &&
      point.decision?.outcome !== 'removed' &&
      timedParts.has(point.visibility) &&
      !hasTime(point) &&
      !timedUnder.has(`${point.number} ${point.visibility}`),
  );
  return [
    ...without.map(({ point, line }) => ({
      code: 'point-without-time',
      text: `Punkt ${point.number} har ingen tid.`,
      line,
    })),
    ...points.flatMap(({ point, line }) => durationWarning(point, line)),
  ];
}

function durationWarning(point: PackagePoint, line: number | null): PackageWarning[] {
  const { timeFrom, timeTo, durationMinutes } = point;
  if (timeFrom === null || timeTo === null || durationMinutes === null) return [];
  const span = toMinutes(timeTo) - toMinutes(timeFrom);
  if (span === durationMinutes) return [];
  const text = `Punkt ${point.number} har ${durationMinutes} minutter, men tiden ${printClock(timeFrom)}–${printClock(timeTo)} er ${span}.`;
  return [{ code: 'duration-differs', text, line }];
}

function checkEnd(points: readonly NumberedPoint[], meeting: PackageMeeting): PackageWarning[] {
  const timed = points.filter(({ point }) => point.timeTo !== null);
  const last = timed.at(-1);
  const gaps = timed.flatMap(({ point, line }, i) => {
    const before = timed[i - 1]?.point.timeTo ?? null;
    if (before === null || point.timeFrom === null || before === point.timeFrom) return [];
    const text = `Punkt ${point.number} begynder ${clockInText(point.timeFrom)}, men punktet før slutter ${clockInText(before)}.`;
    return [{ code: 'times-not-contiguous', text, line }];
  });
  const end = last?.point.timeTo ?? null;
  if (!last || end === null || meeting.end === null || end === meeting.end) return gaps;
  const code = end < meeting.end ? 'points-end-before-meeting' : 'points-end-after-meeting';
  const text = `Punkterne slutter ${clockInText(end)}, men mødet er sat til at slutte ${clockInText(meeting.end)}.`;
  return [...gaps, { code, text, line: last.line }];
}
