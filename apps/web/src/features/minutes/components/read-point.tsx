import { useId } from 'react';
import type { ReactNode } from 'react';
import type { MinutesPoint } from '../points.js';
import { PointHead } from './point-head.js';
import { pointLooks } from './point-looks.js';
import { ReadDecision } from './read-decision.js';

interface ReadPointProps {
  readonly point: MinutesPoint;
  /** Something typed that could not be saved, and what was made of the point. */
  readonly children?: ReactNode;
}

/** A point of the minutes as a text. */
export function ReadPoint({ point, children }: ReadPointProps) {
  const titleId = useId();
  return (
    <section className={pointLooks(point)} aria-labelledby={titleId}>
      <PointHead point={point} id={titleId} />
      <ReadDecision point={point} />
      {children}
    </section>
  );
}
