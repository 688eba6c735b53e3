import { Link } from '@tanstack/react-router';
import { Chip } from '../../components/ui/chip.js';
import { da } from '../../texts/da.js';
import { nameOfPoint } from './order.js';

interface PointHeadingProps {
  readonly meetingId: string;
  readonly point: {
    readonly pointId: string;
    readonly number: string | null;
    readonly title: string;
    readonly closed: boolean;
  };
  /** On paper nothing is pressed. */
  readonly isPrinted: boolean;
}

/** The name of a point over what was written to it. */
export function PointHeading({ meetingId, point, isPrinted }: PointHeadingProps) {
  const name = nameOfPoint(point);
  return (
    <>
      <h2>
        {isPrinted ? (
          name
        ) : (
          <Link to="/meetings/$meetingId/read/$pointId" params={{ meetingId, pointId: point.pointId }}>
            {name}
          </Link>
        )}
      </h2>
      {point.closed ? (
        <p className="chips">
          <Chip tone="closed" icon="lock">
            {da.meetings.meeting.closedPoint}
          </Chip>
        </p>
      ) : null}
    </>
  );
}
