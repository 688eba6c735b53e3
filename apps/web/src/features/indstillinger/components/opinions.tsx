import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import type { OpinionView } from '../../../../../../libs/contracts/opinions.js';
import type { UnitView } from '../../../../../../libs/contracts/organisation.js';
import { isUnfinished } from '../../../../../../libs/domain/indstilling/index.js';
import { Button } from '../../../components/ui/button.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { Section } from '../../../components/ui/section.js';
import { dateInText, momentInText, todayInDenmark } from '../../../lib/formats.js';
import { tellDone } from '../../../lib/undo.js';
import { opinions as text } from '../../../texts/opinions.js';
import { askOpinion, opinionsQuery, withdrawOpinion } from '../api/opinions.js';
import { AnswerOpinion } from './answer-opinion.js';
import { AskOpinion } from './ask-opinion.js';

interface OpinionsProps {
  readonly indstilling: IndstillingView;
  readonly units: readonly UnitView[];
  /** Whether the one who looks acts as themself. */
  readonly mayAct: boolean;
}

/** What other units are asked about an indstilling, and what they say. */
export function Opinions({ indstilling, units, mayAct }: OpinionsProps) {
  const opinions = useQuery(opinionsQuery(indstilling.id));
  return (
    <Section title={text.title}>
      <Loaded what={text.title} query={opinions} rows={1}>
        {({ items, suggestedDueOn, abilities }) => (
          <>
            {items.length === 0 ? <p className="meta">{text.none}</p> : null}
            <ul className="cards">
              {items.map((opinion) => (
                <Opinion key={opinion.id} {...{ opinion, mayAct }} />
              ))}
            </ul>
            {mayAct && abilities.ask === true && isUnfinished(indstilling.state) ? (
              <AskOpinion
                indstillingId={indstilling.id}
                suggested={suggestedDueOn}
                units={units.filter(({ id }) => id !== indstilling.unitId)}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Opinion({ opinion, mayAct }: { readonly opinion: OpinionView; readonly mayAct: boolean }) {
  const { unitName, state, dueOn, askedBy, answeredBy, answeredAt, abilities } = opinion;
  const facts = [
    text.state[state],
    answeredAt === null ? text.due(dateInText(dueOn)) : text.answered(momentInText(answeredAt), answeredBy),
    askedBy === null ? null : text.askedBy(askedBy),
  ].filter((fact) => fact !== null);
  const isOpen = answeredAt === null && mayAct;
  return (
    <li className="card-row">
      <div>
        <p>{unitName}</p>
        <p className="meta">{facts.join(' · ')}</p>
        {opinion.text === null ? null : <p className="stop-reason">{opinion.text}</p>}
        {isOpen && abilities.answer === true ? <AnswerOpinion opinion={opinion} /> : null}
      </div>
      {isOpen && abilities.withdraw === true ? <Withdraw opinion={opinion} /> : null}
    </li>
  );
}

function Withdraw({ opinion }: { readonly opinion: OpinionView }) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['indstillinger'] });
  const { indstillingId, unitId, unitName, dueOn } = opinion;
  // A day that is over is not given again.
  const again =
    dueOn < todayInDenmark()
      ? null
      : async () => {
          await askOpinion(indstillingId, { unitId, dueOn }).finally(refresh);
        };
  const withdraw = useMutation({
    mutationFn: () => withdrawOpinion(opinion),
    onSuccess: () => tellDone({ text: text.withdrawn, takeBack: again }),
    onSettled: refresh,
  });
  return (
    <>
      <Button
        busy={withdraw.isPending}
        aria-label={text.withdrawNamed(unitName)}
        onClick={() => withdraw.mutate()}
      >
        {text.withdraw}
      </Button>
      <Refusal error={withdraw.error} />
    </>
  );
}
