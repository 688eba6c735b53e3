import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { Button } from '../../../components/ui/button.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { MomentText } from '../../../components/ui/moment.js';
import { capitalised, todayInDenmark } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { trailQuery } from '../api/trail.js';
import { actRefusal } from '../act-refusal.js';
import { dueInWords } from '../due-text.js';
import { responsibleOf } from '../groups.js';
import type { Names } from '../groups.js';
import type { FollowUpAct } from '../list-keys.js';
import { Due } from './due.js';
import { StatusChip } from './status-chip.js';

interface DetailProps {
  readonly followUp: FollowUpView;
  readonly names: Names;
  /** A link to the meeting it comes from; null where there is none. */
  readonly meeting: ReactNode;
  readonly onAct: (act: Exclude<FollowUpAct, 'open'>, followUp: FollowUpView) => void;
}

const ACTS = ['status', 'responsible', 'due', 'note'] as const;

/** One follow-up whole: the words of the minutes, who, when, and what has happened to it. */
export function Detail({ followUp, names, meeting, onAct }: DetailProps) {
  const { action, sentence, raisedBy, createdAt } = followUp;
  const text = da.followUps.detail;
  return (
    <>
      <p className="detail-what">{capitalised(action)}</p>
      <div className="detail-acts">
        {ACTS.map((act) => (
          <Button key={act} refusal={actRefusal(act, [followUp])} onClick={() => onAct(act, followUp)}>
            {da.followUps.acts[act]}
          </Button>
        ))}
      </div>
      <dl className="facts">
        <dt>{text.status}</dt>
        <dd>
          <StatusChip followUp={followUp} />
        </dd>
        <dt>{text.responsible}</dt>
        <dd>{responsibleOf(followUp, names) ?? da.followUps.noResponsible}</dd>
        <dt>{text.due}</dt>
        <dd>
          <Due followUp={followUp} />
        </dd>
        {raisedBy === null ? null : (
          <>
            <dt>{text.raisedBy}</dt>
            <dd>{raisedBy}</dd>
          </>
        )}
        {meeting === null ? null : (
          <>
            <dt>{text.from}</dt>
            <dd>{meeting}</dd>
          </>
        )}
        <dt>{text.created}</dt>
        <dd>
          <MomentText instant={createdAt} />
        </dd>
      </dl>
      {sentence === null ? null : (
        <figure className="minuted">
          <figcaption>{text.asMinuted}</figcaption>
          <blockquote>{sentence}</blockquote>
        </figure>
      )}
      <Trail id={followUp.id} />
    </>
  );
}

/** Notes and earlier due dates, the newest first. */
function Trail({ id }: { readonly id: string }) {
  const trail = useQuery(trailQuery(id));
  const text = da.followUps.detail;
  return (
    <section aria-labelledby="trail-title">
      <h3 id="trail-title">{text.history}</h3>
      <Loaded what={text.historyAlone} query={trail} rows={2}>
        {({ notes, pastDues }) => {
          const entries = [
            ...notes.map((note) => ({
              id: note.id,
              at: note.at,
              head: noteHead(note.action),
              text: note.text,
            })),
            ...pastDues.map((past) => ({
              id: past.id,
              at: past.at,
              head: text.pastDue(dueInWords(past.due, todayInDenmark()) ?? da.followUps.noDue.toLowerCase()),
              text: past.reason,
            })),
          ].sort((one, other) => other.at.localeCompare(one.at));
          if (entries.length === 0) return <p className="meta">{text.noHistory}</p>;
          return (
            <ol className="trail">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <p className="meta">
                    <MomentText instant={entry.at} />
                    {entry.head === null ? null : ` · ${entry.head}`}
                  </p>
                  {entry.text === null ? null : <p>{entry.text}</p>}
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </section>
  );
}

function noteHead(action: FollowUpView['actions'][number] | null): string | null {
  return action === null ? null : da.followUps.action[action];
}
