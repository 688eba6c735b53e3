import { Link } from '@tanstack/react-router';
import type {
  IndstillingSummary,
  ListedIndstilling,
} from '../../../../../../libs/contracts/indstillinger.js';
import { dateInText, minutesInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { holdersInWords } from '../holders.js';
import { IndstillingState } from './state-chip.js';

/** Where somebody stands in for who is away, both are named; else the state says enough. */
const withStandIns = (holders: IndstillingSummary['holders']): string | null =>
  holders.some(({ insteadOf }) => insteadOf !== null) ? holdersInWords({ holders }) : null;

const asked = (question: ListedIndstilling['question']): string | null =>
  question === null ? null : da.indstillinger.asked(dateInText(question.dueOn));

/** Indstillinger with their state, and what a reader must know to choose among them. */
export function IndstillingList({ indstillinger }: { readonly indstillinger: readonly ListedIndstilling[] }) {
  return (
    <ul className="cards">
      {indstillinger.map(({ id, title, state, holders, bodyName, minutes, author, question }) => (
        <li key={id} className="card-row">
          <div>
            <p className="card-title">
              <Link to="/indstillinger/$indstillingId" params={{ indstillingId: id }}>
                {title}
              </Link>
            </p>
            <p className="meta">
              {[
                ...[bodyName, minutes === null ? null : minutesInText(minutes), author.name],
                withStandIns(holders),
                asked(question),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </div>
          <IndstillingState state={state} />
        </li>
      ))}
    </ul>
  );
}
