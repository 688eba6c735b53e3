import type { UnitView } from '../../../../../../libs/contracts/organisation.js';
import { EditForm } from '../../../components/ui/edit-form.js';
import { Lines, Text } from '../../../components/ui/form-fields.js';
import { da } from '../../../texts/da.js';
import { saveUnit } from '../api/save.js';
import { UNIT_LABELS, unitFaults, unitFields, unitRequest } from '../forms/unit.js';
import { currentOf } from './current.js';
import type { OrganisationFormProps } from './current.js';

const text = da.admin.units;

export function UnitForm({ item, onSaved, onFaults }: OrganisationFormProps<UnitView>) {
  return (
    <EditForm
      initial={unitFields(item)}
      labels={UNIT_LABELS}
      faultsOf={unitFaults}
      version={item?.version ?? null}
      save={(fields, version) => saveUnit(item?.id ?? null, version, unitRequest(fields))}
      onSaved={onSaved}
      fieldsIn={(current) => currentOf<UnitView, keyof typeof UNIT_LABELS>(current, unitFields)}
      onFaults={onFaults}
    >
      {(field) => (
        <>
          <Text {...field('code')} hint={text.codeHint} />
          <Text {...field('name')} />
          <Lines {...field('aliases')} hint={text.aliasesHint} optional />
          <h3>{text.letterhead}</h3>
          <Text {...field('department')} hint={text.departmentHint} optional />
          <Lines {...field('lines')} hint={text.linesHint} rows={5} optional />
          <Lines {...field('phones')} hint={text.perLine} optional />
          <Lines {...field('emails')} hint={text.perLine} optional />
        </>
      )}
    </EditForm>
  );
}
