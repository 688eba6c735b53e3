import { Chip } from '../../../components/ui/chip.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { da } from '../../../texts/da.js';
import type { MinutesPoint } from '../points.js';
import { DecisionFacts } from './decision-facts.js';

/** What was decided on a point, as a text. */
export function ReadDecision({ point }: { readonly point: MinutesPoint }) {
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
