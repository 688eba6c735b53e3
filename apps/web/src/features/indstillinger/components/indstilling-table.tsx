import { Link } from '@tanstack/react-router';
import type { IndstillingSummary } from '../../../../../../libs/contracts/indstillinger.js';
import { da } from '../../../texts/da.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { IndstillingState } from './state-chip.js';

interface TableProps {
  readonly indstillinger: readonly IndstillingSummary[];
  readonly label: string;
  /** What a meeting is called; null until it is known, and where it may not be seen. */
  readonly meetingName: (id: string | null) => string | null;
}

const { columns, notWanted } = text.list;

/** Indstillinger, a row each: what it is about, who has it, and where it goes. */
export function IndstillingTable({ indstillinger, label, meetingName }: TableProps) {
  return (
    <table className="table indstilling-table" aria-label={label}>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, column]) => (
            <th key={name} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {indstillinger.map(({ id, title, state, bodyName, wantedMeetingId, author }) => (
          <tr key={id} className="row-link">
            <th scope="row">
              <Link to="/indstillinger/$indstillingId" params={{ indstillingId: id }}>
                {title}
              </Link>
            </th>
            <td>
              <IndstillingState state={state} />
            </td>
            <td>{bodyName}</td>
            <td className={wantedMeetingId === null ? 'is-nothing' : undefined}>
              {wantedMeetingId === null ? (
                <span className="meta">{notWanted}</span>
              ) : (
                meetingName(wantedMeetingId)
              )}
            </td>
            <td className={author.name === null ? 'is-nothing' : undefined}>
              {author.name ?? <span className="meta">{da.common.none}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
