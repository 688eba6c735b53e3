import { useId } from 'react';
import type { ReactNode } from 'react';
import { Chip } from '../../../components/ui/chip.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { da } from '../../../texts/da.js';
import type { MinutesPoint } from '../points.js';
import { DecisionFacts } from './decision-facts.js';
import { PointHead } from './point-head.js';
import { pointLooks } from './point-looks.js';

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

function ReadDecision({ point }: { readonly point: MinutesPoint }) {
  const { decision, publicDecision, isParent, withdrawn } = point;
  if (publicDecision.length > 0) return <RichText blocks={publicDecision} />;
  if (decision === null) {
    if (withdrawn) return null;
    return <p className="meta">{isParent ? da.minutes.subPointsDecide : da.minutes.noText}</p>;
  }
  return (
    <>
      {decision.outcome === null ? null : (
        <p className="chips">
          <Chip tone="neutral" icon="check">
            {da.minutes.outcomes[decision.outcome]}
          </Chip>
        </p>
      )}
      <RichText blocks={decision.text} />
      <DecisionFacts decision={decision} />
    </>
  );
}
