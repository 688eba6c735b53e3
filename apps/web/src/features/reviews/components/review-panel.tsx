import { useQuery } from '@tanstack/react-query';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import type { ReviewersView } from '../../../../../../libs/contracts/reviews.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { Section } from '../../../components/ui/section.js';
import { useKept } from '../../../lib/autosave/use-kept.js';
import { counted } from '../../../lib/formats.js';
import { reviews as text } from '../../../texts/reviews.js';
import { reviewersQuery } from '../api/reviews.js';
import { NO_CHOICE, choiceOn, withPerson } from '../reviewer-choice.js';
import { refusalOf, useAsk } from '../use-ask.js';
import { Said } from './said.js';

/** Who reads the agenda through before it is sent, and what they say. */
export function ReviewPanel({ meeting }: { readonly meeting: Pick<MeetingView, 'id'> }) {
  const query = useQuery(reviewersQuery(meeting.id));
  return (
    <Section title={text.title} wide>
      <Loaded what={text.these} query={query} rows={2}>
        {(loaded) => <Panel meetingId={meeting.id} reviewers={loaded} />}
      </Loaded>
    </Section>
  );
}

interface PanelProps {
  readonly meetingId: string;
  readonly reviewers: ReviewersView;
}

function Panel({ meetingId, reviewers }: PanelProps) {
  const { fields: choice, type, letGo } = useKept('reviewers', meetingId, NO_CHOICE);
  const ask = useAsk(meetingId, letGo);
  const { asked, takenBack, chosen } = choiceOn(reviewers, choice);
  if (reviewers.candidates.length === 0 && reviewers.items.length === 0)
    return <p className="meta">{text.none}</p>;
  return (
    <>
      <p className="meta">{text.intro}</p>
      <Said meetingId={meetingId} reviewers={reviewers} />
      <fieldset className="choices">
        <legend>{text.people}</legend>
        {peopleOf(reviewers).map(({ personId, name, seesClosed }) => (
          <label key={personId} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(personId)}
              onChange={({ target }) => type(withPerson(reviewers, choice, personId, target.checked))}
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
        value={choice.message}
        maxLength={4000}
        onChange={({ target }) => type({ message: target.value })}
        optional
      />
      <Refusal error={refusalOf(ask.error)} />
      <div className="form-actions">
        <Button
          busy={ask.isPending}
          refusal={asked.length + takenBack.length === 0 ? text.askNobody : null}
          onClick={() => ask.mutate({ reviewers, choice })}
        >
          {whatItDoes(asked.length, takenBack.length)}
        </Button>
      </div>
    </>
  );
}

/** Those who can be asked, and those who were and could not be now: the agenda can be taken back from them. */
function peopleOf({ items, candidates }: ReviewersView): ReviewersView['candidates'] {
  const left = items.filter(({ personId }) => candidates.every((one) => one.personId !== personId));
  return [...candidates, ...left.map(({ personId, name }) => ({ personId, name, seesClosed: false }))];
}

function whatItDoes(asked: number, takenBack: number): string {
  const people = (count: number) => counted(count, text.one, text.several);
  if (asked === 0) return takenBack === 0 ? text.askNobody : text.takeBack(people(takenBack));
  return takenBack === 0 ? text.ask(people(asked)) : text.both(people(asked), people(takenBack));
}
