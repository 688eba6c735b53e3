import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { Button } from '../../../components/ui/button.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { Section } from '../../../components/ui/section.js';
import { momentInText } from '../../../lib/formats.js';
import { useIsBefore } from '../../../lib/use-is-before.js';
import { da } from '../../../texts/da.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { takenStepsQuery } from '../api/indstilling.js';
import { holdersInWords } from '../holders.js';
import { useTakeBack } from '../use-steps.js';
import { wayOf } from '../way.js';
import type { Stop } from '../way.js';

const words = text.way;

interface TimelineProps {
  readonly indstilling: IndstillingView;
  /** Whether the one who looks acts as themself. */
  readonly mayAct: boolean;
}

/** Who has an indstilling, since when, what was done with it and what is next. */
export function Timeline({ indstilling, mayAct }: TimelineProps) {
  const taken = useQuery(takenStepsQuery(indstilling));
  return (
    <Section title={words.title}>
      <Loaded what={words.these} query={taken} rows={4}>
        {(steps) => (
          <ol className="way">
            {wayOf(indstilling, steps, da.indstillinger.state[indstilling.state]).map((stop, i) => (
              <StopOf key={i} stop={stop} holders={holdersInWords(indstilling)}>
                {stop.regret === null || !mayAct ? null : (
                  <TakeBack key={stop.regret.stepId} {...{ indstilling, what: stop.text }} {...stop.regret} />
                )}
              </StopOf>
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

interface StopProps {
  readonly stop: Stop;
  /** Who has it now. */
  readonly holders: string | null;
  readonly children: ReactNode;
}

function StopOf({ stop, holders, children }: StopProps) {
  const { kind, at, by, insteadOf, reason, submission, takenBackAt } = stop;
  const facts = [
    kind === 'now' ? holders : null,
    kind !== 'now' && at !== null ? momentInText(at) : null,
    kind === 'now' ? (at === null ? words.nowWithout : words.now(momentInText(at))) : null,
    by === null
      ? null
      : [words.by(by), insteadOf === null ? '' : da.indstillinger.insteadOf(insteadOf)].join(' ').trim(),
    submission === null ? null : words.version(submission),
    takenBackAt === null ? null : words.takenBack(momentInText(takenBackAt)),
  ].filter((fact) => fact !== null);
  return (
    <li className={`stop stop-${kind}`} aria-current={kind === 'now' ? 'step' : undefined}>
      <p className="stop-title">
        {kind === 'undone' ? <s>{stop.text}</s> : stop.text}
        {kind === 'later' ? <span className="visually-hidden"> ({words.toCome})</span> : null}
      </p>
      {facts.length === 0 ? null : <p className="meta">{facts.join(' · ')}</p>}
      {reason === null ? null : <p className="stop-reason">{reason}</p>}
      {children}
    </li>
  );
}

interface TakeBackProps {
  readonly indstilling: IndstillingView;
  readonly what: string;
  readonly stepId: string;
  readonly until: string;
}

/** The way back from a step for as long as there is one: it stands here too, where no message goes away with it. */
function TakeBack({ indstilling, what, stepId, until }: TakeBackProps) {
  const taking = useTakeBack(indstilling);
  const isInTime = useIsBefore(until);
  if (!isInTime) return null;
  return (
    <>
      <Button busy={taking.isPending} aria-label={words.undo(what)} onClick={() => taking.mutate(stepId)}>
        {da.common.undo}
      </Button>
      <Refusal error={taking.error} />
    </>
  );
}
