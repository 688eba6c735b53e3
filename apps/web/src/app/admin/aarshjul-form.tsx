import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AarshjulView } from '../../../../../libs/contracts/aarshjul.js';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import { Select, Text } from '../../components/ui/form-fields.js';
import { ListForm } from '../../components/ui/list-form.js';
import { Loaded } from '../../components/ui/loaded.js';
import { aarshjulQuery, saveAarshjul } from '../../features/aarshjul/api/aarshjul.js';
import { currentOf } from '../../features/organisation/components/current.js';
import { MinutesField, TypeField } from '../../features/organisation/components/point-fields.js';
import {
  AARSHJUL_LABELS,
  MONTH_CHOICES,
  aarshjulFields,
  aarshjulItemOf,
  aarshjulName,
  pointFaults,
} from '../../features/organisation/forms/template.js';
import { tellDone } from '../../lib/undo.js';
import { templates } from '../../texts/templates.js';

interface AarshjulFormProps {
  readonly body: BodyView;
  readonly onFaults: (count: number) => void;
}

/** What a body takes up every year. */
export function AarshjulForm({ body, onFaults }: AarshjulFormProps) {
  const client = useQueryClient();
  const query = aarshjulQuery(body.id);
  const aarshjul = useQuery(query);
  const onSaved = (saved: AarshjulView): void => {
    client.setQueryData(query.queryKey, saved);
    tellDone({ text: templates.aarshjul.saved(body.name), takeBack: null });
  };
  return (
    <Loaded what={templates.aarshjul.these} query={aarshjul}>
      {({ items, version }) => (
        <ListForm
          key={version}
          items={items}
          version={version}
          fieldsOf={aarshjulFields}
          itemOf={aarshjulItemOf}
          labels={AARSHJUL_LABELS}
          faultsOf={pointFaults}
          nameOf={aarshjulName}
          words={templates.aarshjul}
          save={(next, at) => saveAarshjul(body.id, at, next)}
          onSaved={onSaved}
          onFaults={onFaults}
          readCurrent={(current) => {
            const now = currentOf<AarshjulView, 'items'>(current, () => ({ items: '' }));
            return now && { items: now.view.items, version: now.version, view: now.view };
          }}
        >
          {(field) => (
            <>
              <Text {...field('title')} />
              <Select {...field('month')}>
                {MONTH_CHOICES.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </Select>
              <TypeField {...field('type')} />
              <MinutesField {...field('minutes')} />
            </>
          )}
        </ListForm>
      )}
    </Loaded>
  );
}
