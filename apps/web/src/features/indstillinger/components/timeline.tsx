import { useQuery } from '@tanstack/react-query';
import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Section } from '../../../components/ui/section.js';
import { momentInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { takenStepsQuery } from '../api/indstilling.js';
import { wayOf } from '../way.js';
import type { Stop } from '../way.js';

const words = text.way;

/** Who has an indstilling, since when, what was done with it and what is next. */
export function Timeline({ indstilling }: { readonly indstilling: IndstillingView }) {
  const taken = useQuery(takenStepsQuery(indstilling));
  return (
    <Section title={words.title}>
      <Loaded what={words.these} query={taken} rows={4}>
        {(steps) => (
          <ol className="way">
            {wayOf(indstilling, steps, da.indstillinger.state[indstilling.state]).map((stop, i) => (
              <StopOf key={i} stop={stop} />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

function StopOf({ stop }: { readonly stop: Stop }) {
  const { kind, at, by, reason, submission } = stop;
  const facts = [
    kind === 'done' && at !== null ? momentInText(at) : null,
    kind === 'now' ? (at === null ? words.nowWithout : words.now(momentInText(at))) : null,
    by === null ? null : words.by(by),
    submission === null ? null : words.version(submission),
  ].filter((fact) => fact !== null);
  return (
    <li className={`stop stop-${kind}`} aria-current={kind === 'now' ? 'step' : undefined}>
      <p className="stop-title">
        {stop.text}
        {kind === 'later' ? <span className="visually-hidden"> ({words.toCome})</span> : null}
      </p>
      {facts.length === 0 ? null : <p className="meta">{facts.join(' · ')}</p>}
      {reason === null ? null : <p className="stop-reason">{reason}</p>}
    </li>
  );
}
