import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonView } from '../../../../../../libs/contracts/organisation.js';
import type { StandInView } from '../../../../../../libs/contracts/stand-ins.js';
import { Button } from '../../../components/ui/button.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { Section } from '../../../components/ui/section.js';
import { dateInText } from '../../../lib/formats.js';
import { tellDone } from '../../../lib/undo.js';
import { standIns as text } from '../../../texts/stand-ins.js';
import { endStandIn, makeStandIn, standInsQuery } from '../api/stand-ins.js';
import { MakeStandIn } from './make-stand-in.js';

interface StandInsProps {
  readonly personId: string;
  readonly people: readonly PersonView[];
  /** Whether it is one's own page. */
  readonly isOwn: boolean;
  /** Whether somebody can stand in for this person, and the one who looks may say who. */
  readonly mayMake: boolean;
}

/** Who stands in for a person and for whom they do, and the form that makes another. */
export function StandIns({ personId, people, isOwn, mayMake }: StandInsProps) {
  const standIns = useQuery(standInsQuery(personId));
  return (
    <Section title={text.title}>
      {mayMake ? <p className="hint">{isOwn ? text.hintOwn : text.hint}</p> : null}
      <Loaded what={text.these} query={standIns} rows={1}>
        {(all) => <StandInList standIns={all} mayMake={(one) => mayMake && one.personId === personId} />}
      </Loaded>
      {mayMake ? <MakeStandIn {...{ personId, people }} /> : null}
    </Section>
  );
}

interface StandInListProps {
  readonly standIns: readonly StandInView[];
  /** Whether the one who looks could make it again. */
  readonly mayMake: (standIn: StandInView) => boolean;
}

export function StandInList({ standIns, mayMake }: StandInListProps) {
  if (standIns.length === 0) return <p className="meta">{text.none}</p>;
  return (
    <ul className="cards">
      {standIns.map((standIn) => (
        <StandIn key={standIn.id} {...{ standIn, mayMake: mayMake(standIn) }} />
      ))}
    </ul>
  );
}

interface StandInProps {
  readonly standIn: StandInView;
  readonly mayMake: boolean;
}

function StandIn({ standIn, mayMake }: StandInProps) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['stand-ins'] });
  const { personId, standInId, from, to, bodyId, bodyName, abilities } = standIn;
  const whom = text.for(standIn.standInName, standIn.personName);
  const end = useMutation({
    mutationFn: () => endStandIn(standIn),
    onSuccess: () =>
      tellDone({
        text: text.ended,
        takeBack: mayMake
          ? async () => {
              await makeStandIn({ personId, standInId, from, to, bodyId }).finally(refresh);
            }
          : null,
      }),
    onSettled: refresh,
  });
  const days = from === to ? text.day(dateInText(from)) : text.days(dateInText(from), dateInText(to));
  return (
    <li className="card-row">
      <div>
        <p>{whom}</p>
        <p className="meta">{bodyName === null ? days : `${days}, ${text.asRaadmandOf(bodyName)}`}</p>
        <Refusal error={end.error} />
      </div>
      {abilities.end === true ? (
        <Button busy={end.isPending} aria-label={text.endNamed(whom)} onClick={() => end.mutate()}>
          {text.end}
        </Button>
      ) : null}
    </li>
  );
}
