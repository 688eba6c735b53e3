import { useState } from 'react';
import type {
  ReturnedDocumentView,
  ReturnedDifferenceView,
} from '../../../../../../libs/contracts/returned-documents.js';
import { Button } from '../../../components/ui/button.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { momentInText } from '../../../lib/formats.js';
import { returned } from '../../../texts/returned.js';
import { returnedProblem } from '../returned-problem.js';
import { Difference } from './difference.js';

interface ReturnedDifferencesProps {
  readonly document: ReturnedDocumentView;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onTake: (chosen: readonly ReturnedDifferenceView[]) => void;
}

/** What a document says otherwise; what is chosen of it is taken over together. */
export function ReturnedDifferences({ document, busy, error, onTake }: ReturnedDifferencesProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { differences, fileName, madeAt } = document;
  const taken = differences.filter(({ key, takeable }) => takeable && chosen.has(key));
  const easy = differences.filter(({ takeable, conflict }) => takeable && !conflict);
  const choose = (key: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  return (
    <div className="differences">
      <h3>{returned.differencesIn(fileName)}</h3>
      <p className="meta">{returned.madeAt(momentInText(madeAt))}</p>
      {differences.length === 0 ? <p>{returned.none}</p> : null}
      <ul className="plain">
        {differences.map((difference) => (
          <Difference
            key={difference.key}
            difference={difference}
            chosen={chosen.has(difference.key)}
            onChoose={(isChosen) => choose(difference.key, isChosen)}
          />
        ))}
      </ul>
      <Refusal error={returnedProblem(error)} />
      {differences.some(({ takeable }) => takeable) ? (
        <div className="differences-acts">
          <Button
            look="primary"
            busy={busy}
            refusal={taken.length === 0 ? returned.chooseFirst : null}
            onClick={() => onTake(taken)}
          >
            {returned.take(taken.length)}
          </Button>
          {easy.length > 1 ? (
            <Button onClick={() => setChosen(new Set(easy.map(({ key }) => key)))}>
              {returned.chooseAll}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
