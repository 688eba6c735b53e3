import type { BodyView } from '../../../../../../libs/contracts/organisation.js';
import { WEEKDAYS } from '../../../../../../libs/domain/calendar/index.js';
import { SelectField, TextField } from '../../../components/ui/field.js';
import type { Faults } from '../../../lib/form.js';
import { capitalised, todayInDenmark } from '../../../lib/formats.js';
import { dateAsPrinted, timeAsPrinted } from '../../../lib/typed-date.js';
import { da } from '../../../texts/da.js';
import { placedAs } from '../series-form.js';
import type { SeriesField, SeriesFields } from '../series-form.js';

const text = da.meetings.series;

/** How many weeks may lie between two meetings of a series. */
const EVERY_WEEKS = [1, 2, 3, 4] as const;

interface SeriesFormProps {
  readonly bodies: readonly BodyView[];
  readonly fields: SeriesFields;
  readonly faults: Faults<SeriesField>;
  readonly onFields: (fields: SeriesFields) => void;
}

/** When a body is to meet, and where; another body brings its own time and place. */
export function SeriesForm({ bodies, fields, faults, onFields }: SeriesFormProps) {
  const set = (change: Partial<SeriesFields>): void => onFields({ ...fields, ...change });
  const typed = (name: SeriesField) => ({
    ...{ name, label: text.labels[name], value: fields[name], fault: faults[name] ?? null },
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  // What was typed takes its printed form when the field is left, and never while one types.
  const asDate = (name: 'from' | 'to') => ({
    onBlur: () => set({ [name]: dateAsPrinted(fields[name], todayInDenmark()) }),
  });
  const asTime = (name: 'start' | 'end') => ({ onBlur: () => set({ [name]: timeAsPrinted(fields[name]) }) });
  return (
    <>
      <SelectField
        {...typed('body')}
        onChange={({ target }) =>
          set({ body: target.value, ...placedAs(bodies.find(({ id }) => id === target.value)) })
        }
      >
        {bodies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="series-row">
        <SelectField {...typed('weekday')}>
          {WEEKDAYS.map((name, i) => (
            <option key={name} value={i + 1}>
              {capitalised(name)}
            </option>
          ))}
        </SelectField>
        <SelectField {...typed('everyWeeks')}>
          {EVERY_WEEKS.map((weeks) => (
            <option key={weeks} value={weeks}>
              {text.everyWeeks[weeks]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="series-row">
        <TextField {...typed('from')} {...asDate('from')} />
        <TextField {...typed('to')} {...asDate('to')} />
      </div>
      <TextField {...typed('exceptWeeks')} hint={text.exceptWeeksHint} optional />
      <div className="series-row">
        <TextField {...typed('start')} {...asTime('start')} optional />
        <TextField {...typed('end')} {...asTime('end')} optional />
        <TextField {...typed('place')} optional />
      </div>
    </>
  );
}
