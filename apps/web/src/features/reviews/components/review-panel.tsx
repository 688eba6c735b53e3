import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import type { ReviewersView } from '../../../../../../libs/contracts/reviews.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { MomentText } from '../../../components/ui/moment.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { Section } from '../../../components/ui/section.js';
import { counted } from '../../../lib/formats.js';
import { tellDone } from '../../../lib/undo.js';
import { reviews as text } from '../../../texts/reviews.js';
import { askReviewers, reviewersQuery } from '../api/reviews.js';

/** Who reads the agenda through before it is sent, and what they say. */
export function ReviewPanel({ meeting }: { readonly meeting: Pick<MeetingView, 'id'> }) {
  const query = useQuery(reviewersQuery(meeting.id));
  return (
    <Section title={text.title} wide>
      <Loaded what={text.these} query={query} rows={2}>
        {(loaded) => <Panel key={keyOf(loaded)} meetingId={meeting.id} reviewers={loaded} />}
      </Loaded>
    </Section>
  );
}

/** What stands is what was chosen: after each answer the choice begins there. */
const keyOf = ({ items }: ReviewersView): string => items.map(({ personId }) => personId).join();

interface PanelProps {
  readonly meetingId: string;
  readonly reviewers: ReviewersView;
}

function Panel({ meetingId, reviewers }: PanelProps) {
  const before = reviewers.items.map(({ personId }) => personId);
  const [chosen, setChosen] = useState<readonly string[]>(before);
  const [message, setMessage] = useState('');
  const ask = useAsk(meetingId, before);
  const asked = chosen.filter((id) => !before.includes(id)).length;
  const takenBack = before.filter((id) => !chosen.includes(id)).length;
  if (reviewers.candidates.length === 0 && before.length === 0) return <p className="meta">{text.none}</p>;
  return (
    <>
      <p className="meta">{text.intro}</p>
      <Said reviewers={reviewers} />
      <fieldset className="choices">
        <legend>{text.people}</legend>
        {reviewers.candidates.map(({ personId, name, seesClosed }) => (
          <label key={personId} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(personId)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, personId] : chosen.filter((id) => id !== personId))
              }
            />
            <span>
              {name} {seesClosed ? <span className="meta">{text.seesClosed}</span> : null}
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        name="review-message"
        label={text.message}
        hint={text.messageHint}
        value={message}
        maxLength={4000}
        onChange={({ target }) => setMessage(target.value)}
        optional
      />
      <Refusal error={ask.error} />
      <div className="form-actions">
        <Button
          busy={ask.isPending}
          refusal={asked + takenBack === 0 ? text.askNobody : null}
          onClick={() => ask.mutate({ personIds: chosen, message: message.trim() || null })}
        >
          {whatItDoes(asked, takenBack)}
        </Button>
      </div>
    </>
  );
}

function whatItDoes(asked: number, takenBack: number): string {
  const people = (count: number) => counted(count, text.one, text.several);
  if (asked === 0) return takenBack === 0 ? text.askNobody : text.takeBack(people(takenBack));
  return takenBack === 0 ? text.ask(people(asked)) : text.both(people(asked), people(takenBack));
}

/** Gives the agenda to those chosen; it can be taken back as it was. */
function useAsk(meetingId: string, before: readonly string[]) {
  const client = useQueryClient();
  const show = (answer: ReviewersView): void => {
    client.setQueryData(reviewersQuery(meetingId).queryKey, answer);
  };
  return useMutation({
    mutationFn: ({ personIds, message }: { personIds: readonly string[]; message: string | null }) =>
      askReviewers(meetingId, personIds, message),
    onSuccess: (answer) => {
      show(answer);
      tellDone({
        text: answer.items.length === 0 ? text.takenBack : text.done,
        takeBack: async () => show(await askReviewers(meetingId, before, null)),
      });
    },
  });
}

/** Those who are asked, whether they have read it, and what they say. */
function Said({ reviewers }: Pick<PanelProps, 'reviewers'>) {
  if (reviewers.items.length === 0) return null;
  return (
    <ul className="reviewers" aria-label={text.asked}>
      {reviewers.items.map(({ personId, name, readAt, comment, mail }) => (
        <li key={personId}>
          <p>
            <strong>{name}</strong>{' '}
            <span className="meta">
              {readAt === null ? text.notRead : null}
              {readAt === null ? ` · ${text.mail[mail]}` : null}
              {readAt === null ? null : (
                <>
                  {text.sayRead} <MomentText instant={readAt} />
                </>
              )}
            </span>
          </p>
          {comment === null ? null : <blockquote>{comment}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
