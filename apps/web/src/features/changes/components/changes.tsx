import type { AgendaChangesView } from '../../../../../../libs/contracts/sending.js';
import { da } from '../../../texts/da.js';
import { factInWords, sentencesOf } from '../sentences.js';

/** What has changed, the meeting first and then point by point. */
export function Changes({ changes }: { readonly changes: AgendaChangesView }) {
  return (
    <>
      {changes.meeting.length === 0 ? null : (
        <>
          <h3>{da.changes.theMeeting}</h3>
          <ul className="changes">
            {changes.meeting.map((change) => (
              <li key={change.field}>{factInWords(change)}</li>
            ))}
          </ul>
        </>
      )}
      {changes.points.length === 0 ? null : (
        <>
          <h3>{da.changes.thePoints}</h3>
          <ul className="changes">
            {changes.points.map((change) => (
              <Point key={change.id} change={change} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Point({ change }: { readonly change: AgendaChangesView['points'][number] }) {
  const { number, title } = change.after ?? change.before ?? { number: null, title: '' };
  return (
    <li data-point={change.id}>
      <p className="change-title">
        {number === null ? null : `${number}. `}
        {title}
      </p>
      <ul className="change-said">
        {sentencesOf(change).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </li>
  );
}
