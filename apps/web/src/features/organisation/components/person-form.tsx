import type { PersonView, UnitView } from '../../../../../../libs/contracts/organisation.js';
import { EditForm } from '../../../components/ui/edit-form.js';
import { Lines, Select, Text, Tick } from '../../../components/ui/form-fields.js';
import { da } from '../../../texts/da.js';
import { savePerson } from '../api/save.js';
import { PERSON_LABELS, personFaults, personFields, personRequest } from '../forms/person.js';
import { currentOf } from './current.js';
import type { OrganisationFormProps } from './current.js';

interface PersonFormProps extends OrganisationFormProps<PersonView> {
  readonly units: readonly UnitView[];
}

export function PersonForm({ item, units, onSaved, onFaults }: PersonFormProps) {
  return (
    <EditForm
      initial={personFields(item)}
      labels={PERSON_LABELS}
      faultsOf={personFaults}
      version={item?.version ?? null}
      save={(fields, version) => savePerson(item?.id ?? null, version, personRequest(fields))}
      onSaved={onSaved}
      fieldsIn={(current) => currentOf<PersonView, keyof typeof PERSON_LABELS>(current, personFields)}
      onFaults={onFaults}
    >
      {(field) => (
        <>
          <Text {...field('name')} />
          <Text {...field('initials')} optional />
          <Text {...field('title')} optional />
          <Select {...field('unitId')}>
            <option value="">{da.admin.users.noUnit}</option>
            {units.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} – {name}
              </option>
            ))}
          </Select>
          <Text {...field('phone')} type="tel" optional />
          <Text {...field('email')} type="email" optional />
          <Lines {...field('aliases')} hint={da.admin.units.aliasesHint} optional />
          <Tick {...field('active')} />
        </>
      )}
    </EditForm>
  );
}
