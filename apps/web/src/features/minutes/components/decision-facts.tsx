import type { DecisionView } from '../../../../../../libs/contracts/decisions.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { da } from '../../../texts/da.js';

/** Who did not take part in a point, how votes were cast, and who dissented. */
export function DecisionFacts({ decision }: { readonly decision: DecisionView | null }) {
  if (decision === null) return null;
  const { votes, dissents } = decision;
  return (
    <>
      {(['absent', 'disqualified', 'prevented'] as const).map((how) =>
        decision[how].length === 0 ? null : (
          <p key={how} className="meta">
            {da.minutes[how]}: {decision[how].map(({ name }) => name).join(', ')}
          </p>
        ),
      )}
      {votes === null ? null : (
        <p className="meta">{da.minutes.votes(votes.for, votes.against, votes.blank)}</p>
      )}
      {dissents.map(({ kind, by, text }, place) => (
        <div key={place}>
          <p className="meta">
            {da.minutes.dissent[kind]}: {by}
          </p>
          <RichText blocks={text} />
        </div>
      ))}
    </>
  );
}
