import { LANDING_RULES } from '../../../../../../libs/domain/agenda/index.js';
import { TEMPLATE_KEYS } from '../../../../../../libs/domain/indstilling/sections.js';
import { STEP_KINDS } from '../../../../../../libs/domain/indstilling/steps.js';
import { DEADLINE_KINDS } from '../../../../../../libs/domain/meeting/deadlines.js';
import type { BodyView, UnitView } from '../../../../../../libs/contracts/organisation.js';
import { EditForm } from '../../../components/ui/edit-form.js';
import type { FieldGiven } from '../../../components/ui/edit-form.js';
import { Select, Text } from '../../../components/ui/form-fields.js';
import { da } from '../../../texts/da.js';
import { indstilling } from '../../../texts/indstilling.js';
import { templates } from '../../../texts/templates.js';
import { saveBody } from '../api/save.js';
import {
  BODY_LABELS,
  KINDS,
  bodyFaults,
  bodyFields,
  bodyRequest,
  deadlineFields,
  templatesIn,
} from '../forms/body.js';
import type { BodyField } from '../forms/body.js';
import { currentOf } from './current.js';
import type { OrganisationFormProps } from './current.js';

const text = da.admin.bodies;

interface BodyFormProps extends OrganisationFormProps<BodyView> {
  readonly units: readonly UnitView[];
}

export function BodyForm({ item, units, onSaved, onFaults }: BodyFormProps) {
  return (
    <EditForm
      initial={bodyFields(item)}
      labels={BODY_LABELS}
      faultsOf={bodyFaults}
      version={item?.version ?? null}
      save={(fields, version) => saveBody(item?.id ?? null, version, bodyRequest(fields))}
      onSaved={onSaved}
      fieldsIn={(current) => currentOf<BodyView, BodyField>(current, bodyFields)}
      onFaults={onFaults}
    >
      {(field) => (
        <>
          <Text {...field('name')} />
          <Options field={field('kind')} options={KINDS} texts={text.kinds} />
          <Options field={field('visibility')} options={['open', 'closed']} texts={text.visibilities} />
          <Select {...field('secretariatId')}>
            <option value="">{text.noSecretariat}</option>
            {units.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} – {name}
              </option>
            ))}
          </Select>
          <Options
            field={field('numbering')}
            options={['separate-series', 'one-series']}
            texts={text.numberings}
          />
          <Options field={field('agendaForm')} options={['short', 'full']} texts={text.forms} />
          <Options field={field('landing')} options={LANDING_RULES} texts={templates.landings} />
          <Several {...field('steps')} hint={text.stepsHint} options={STEP_KINDS} texts={text.step} />
          <Several
            {...field('templates')}
            hint={templates.offeredHint}
            options={TEMPLATE_KEYS}
            texts={indstilling.templates}
          />
          <Options
            field={{ ...field('firstTemplate'), value: templatesGiven(field)[0] ?? '' }}
            options={templatesGiven(field)}
            texts={indstilling.templates}
          />
          <h3>{text.meetings}</h3>
          <Text {...field('start')} />
          <Text {...field('end')} optional />
          <Text {...field('place')} optional />
          <Text {...field('caseNumber')} optional />
          <Deadlines field={field} />
        </>
      )}
    </EditForm>
  );
}

const templatesGiven = (field: (name: BodyField) => FieldGiven<BodyField>) =>
  templatesIn({ templates: field('templates').value, firstTemplate: field('firstTemplate').value });

interface OptionsProps<Option extends string> {
  readonly field: FieldGiven<BodyField>;
  readonly options: readonly Option[];
  readonly texts: Readonly<Record<Option, string>>;
}

function Options<Option extends string>({ field, options, texts }: OptionsProps<Option>) {
  return (
    <Select {...field}>
      {options.map((option) => (
        <option key={option} value={option}>
          {texts[option]}
        </option>
      ))}
    </Select>
  );
}

interface SeveralProps<Option extends string> extends FieldGiven<BodyField> {
  readonly hint: string;
  readonly options: readonly Option[];
  readonly texts: Readonly<Record<Option, string>>;
}

/** Some of a few: the value has one a line, in the order of the options. */
function Several<Option extends string>(props: SeveralProps<Option>) {
  const { name, label, value, fault, onText, hint, options, texts } = props;
  const chosen = value.split('\n');
  return (
    <fieldset className="choices" id={name} tabIndex={-1}>
      <legend>{label}</legend>
      <p className="hint">{hint}</p>
      {fault === undefined ? null : <p className="fault">{fault}</p>}
      {options.map((option) => (
        <label key={option} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={({ target }) =>
              onText(
                options
                  .filter((each) => (each === option ? target.checked : chosen.includes(each)))
                  .join('\n'),
              )
            }
          />
          {texts[option]}
        </label>
      ))}
    </fieldset>
  );
}

function Deadlines({ field }: { readonly field: (name: BodyField) => FieldGiven<BodyField> }) {
  return (
    <>
      <h3>{text.deadlines}</h3>
      <p className="hint deadlines-hint">{text.deadlinesHint}</p>
      <div className="deadlines">
        {DEADLINE_KINDS.map((deadline) => {
          const { days, time } = deadlineFields(deadline);
          return (
            <div key={deadline} className="deadline">
              <Text {...field(days)} />
              <Text {...field(time)} />
            </div>
          );
        })}
      </div>
    </>
  );
}
