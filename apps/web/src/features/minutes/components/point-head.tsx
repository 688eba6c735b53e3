import { Chip } from '../../../components/ui/chip.js';
import { da } from '../../../texts/da.js';
import type { MinutesPoint } from '../points.js';

/** Number and title of a point, with what marks it. A closed one has stripe, lock and words. */
export function PointHead({ point, id }: { readonly point: MinutesPoint; readonly id: string }) {
  const { heading, isClosed, withdrawn } = point;
  return (
    <>
      {isClosed ? <p className="closed-banner">{da.meetings.meeting.closedBanner}</p> : null}
      <h3 id={id} className={withdrawn ? 'is-withdrawn' : undefined}>
        {heading}
      </h3>
      {isClosed || withdrawn ? (
        <p className="chips">
          {isClosed ? (
            <Chip tone="closed" icon="lock">
              {da.meetings.meeting.closedPoint}
            </Chip>
          ) : null}
          {withdrawn ? (
            <Chip tone="warn" icon="cross">
              {da.meetings.meeting.withdrawn}
            </Chip>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
