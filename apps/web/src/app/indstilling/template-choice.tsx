import { useQuery } from '@tanstack/react-query';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { isBeingWritten } from '../../../../../libs/domain/indstilling/index.js';
import { SelectField } from '../../components/ui/field.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { useRewriting } from '../../features/indstillinger/use-rewriting.js';
import { bodiesQuery } from '../../features/organisation/api/lists.js';
import { desk } from '../../texts/indstilling-desk.js';
import { indstilling as text } from '../../texts/indstilling.js';

interface TemplateChoiceProps {
  readonly indstilling: IndstillingView;
  readonly saveAll: () => Promise<boolean>;
  readonly isGoing: boolean;
}

/** The template of an indstilling that is with its author: the one it has, and those that its body offers. */
export function TemplateChoice({ indstilling, saveAll, isGoing }: TemplateChoiceProps) {
  const { data: bodies = [] } = useQuery(bodiesQuery);
  const rewriting = useRewriting(indstilling, saveAll);
  const { template, bodyId, state } = indstilling;
  if (!isBeingWritten(state)) return null;
  const offered = bodies.find(({ id }) => id === bodyId)?.settings.templates ?? [];
  const all = offered.includes(template) ? offered : [template, ...offered];
  return (
    <>
      <SelectField
        name="template"
        label={text.new.labels.template}
        hint={desk.templateHint}
        value={template}
        disabled={isGoing || rewriting.isPending}
        onChange={({ target }) => {
          const wanted = all.find((key) => key === target.value) ?? template;
          const told = desk.templateChanged(text.templates[wanted]);
          rewriting.mutate({ told, change: () => ({ template: wanted }) });
        }}
      >
        {all.map((key) => (
          <option key={key} value={key}>
            {text.templates[key]}
          </option>
        ))}
      </SelectField>
      <Refusal error={rewriting.error} />
    </>
  );
}
