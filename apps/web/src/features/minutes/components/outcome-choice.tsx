import { useId, useState } from 'react';
import type { AgendaPointView } from '../../../../../../libs/contracts/agenda-points.js';
import type { OutcomeCode } from '../../../../../../libs/domain/decision/outcomes.js';
import { Button } from '../../../components/ui/button.js';
import { da } from '../../../texts/da.js';
import { outcomesFor } from '../outcomes.js';

interface OutcomeChoiceProps {
  readonly type: AgendaPointView['type'];
  readonly chosen: OutcomeCode | null;
  readonly onChoose: (outcome: OutcomeCode) => void;
}

/** What the body decided: what such points usually come to first, the others when asked for. */
export function OutcomeChoice({ type, chosen, onChoose }: OutcomeChoiceProps) {
  const name = useId();
  const [showsAll, setShowsAll] = useState(false);
  const { usual, all } = outcomesFor(type, chosen);
  const shown = showsAll ? all : usual;
  // One stop for Tab, from either side: the chosen one, else the most usual.
  const stop = chosen ?? shown[0];
  return (
    <fieldset className="outcomes">
      <legend>{da.minutes.outcome}</legend>
      {shown.map((outcome) => (
        <label key={outcome} className="choice">
          <input
            type="radio"
            name={name}
            checked={outcome === chosen}
            tabIndex={outcome === stop ? 0 : -1}
            onChange={() => onChoose(outcome)}
          />
          {da.minutes.outcomes[outcome]}
        </label>
      ))}
      <Button look="quiet" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
        {showsAll ? da.minutes.fewerOutcomes : da.minutes.moreOutcomes}
      </Button>
    </fieldset>
  );
}
