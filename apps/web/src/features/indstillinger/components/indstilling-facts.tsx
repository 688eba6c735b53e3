import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { minutesInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { indstilling as text } from '../../../texts/indstilling.js';

/** What is known of an indstilling beside its text. */
export function IndstillingFacts({ indstilling }: { readonly indstilling: IndstillingView }) {
  const { bodyName, template, minutes, caseNumber, month, author } = indstilling;
  const contact = [author.name, author.phone, author.email].filter((part) => part !== null).join(', ');
  const facts = [
    [text.list.columns.body, bodyName],
    [text.new.labels.template, text.templates[template]],
    [text.list.holder.author, contact],
    [text.duration, minutes === null ? '' : minutesInText(minutes)],
    [text.fields.caseNumber, caseNumber ?? ''],
    [text.fields.month, month ?? ''],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' ? <span className="meta">{da.common.none}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
