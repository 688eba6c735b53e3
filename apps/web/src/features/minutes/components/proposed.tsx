import { Button } from '../../../components/ui/button.js';
import { da } from '../../../texts/da.js';
import type { DecisionFields } from '../outcomes.js';

interface ProposedProps {
  /** The decision as it is proposed; null where it is not to be offered. */
  readonly fields: DecisionFields | null;
  readonly onUse: (fields: DecisionFields) => void;
}

/** What the indstilling on a point proposes, which one press writes into the minutes. */
export function Proposed({ fields, onUse }: ProposedProps) {
  if (fields === null) return null;
  return (
    <div className="proposed">
      <p>
        <span className="meta">{da.minutes.proposal}:</span> <span className="typed">{fields.text}</span>
      </p>
      <Button look="secondary" onClick={() => onUse(fields)}>
        {da.minutes.useProposal}
      </Button>
    </div>
  );
}
