import type { BodyView } from '../../../../../../libs/contracts/organisation.js';
import { Text, Tick } from '../../../components/ui/form-fields.js';
import { ListForm } from '../../../components/ui/list-form.js';
import { templates } from '../../../texts/templates.js';
import { saveStandingPoints } from '../api/save.js';
import { STANDING_LABELS, pointFaults, standingFields, standingOf } from '../forms/template.js';
import { currentOf } from './current.js';
import { MinutesField, TypeField } from './point-fields.js';

interface StandingFormProps {
  readonly body: BodyView;
  readonly onSaved: (body: BodyView) => void;
  readonly onFaults: (count: number) => void;
}

/** The points that every agenda of a body begins with. */
export function StandingForm({ body, onSaved, onFaults }: StandingFormProps) {
  return (
    <ListForm
      items={body.standingPoints}
      version={body.version}
      fieldsOf={standingFields}
      itemOf={standingOf}
      labels={STANDING_LABELS}
      faultsOf={pointFaults}
      nameOf={({ title }) => title.trim()}
      words={templates.standing}
      save={(points, version) => saveStandingPoints(body.id, version, points)}
      onSaved={onSaved}
      onFaults={onFaults}
      readCurrent={(current) => {
        const now = currentOf<BodyView, 'name'>(current, ({ name }) => ({ name }));
        return now && { items: now.view.standingPoints, version: now.version, view: now.view };
      }}
    >
      {(field) => (
        <>
          <Text {...field('title')} />
          <TypeField {...field('type')} />
          <MinutesField {...field('minutes')} />
          <Tick {...field('fills')} />
        </>
      )}
    </ListForm>
  );
}
