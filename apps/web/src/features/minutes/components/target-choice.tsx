import { SelectField } from '../../../components/ui/field.js';
import { da } from '../../../texts/da.js';
import type { DecisionFields } from '../outcomes.js';

/** Something a point can be sent to. */
export interface TargetOption {
  readonly id: string;
  readonly name: string;
}

export interface TargetOptions {
  readonly meetings: readonly TargetOption[];
  readonly bodies: readonly TargetOption[];
}

interface TargetChoiceProps {
  readonly name: string;
  readonly fields: DecisionFields;
  readonly options: TargetOptions;
  readonly onChoose: (target: Partial<Pick<DecisionFields, 'targetMeetingId' | 'referredBodyId'>>) => void;
}

/** Where a deferred or referred point goes; nothing for the other outcomes. */
export function TargetChoice({ name, fields, options, onChoose }: TargetChoiceProps) {
  const { outcome, targetMeetingId, referredBodyId } = fields;
  if (outcome === 'deferred')
    return (
      <Choice
        name={`${name}-meeting`}
        label={da.minutes.target}
        none={da.minutes.noTarget}
        options={options.meetings}
        value={targetMeetingId}
        onChoose={(id) => onChoose({ targetMeetingId: id })}
      />
    );
  if (outcome !== 'referred') return null;
  return (
    <Choice
      name={`${name}-body`}
      label={da.minutes.referredTo}
      none={da.minutes.chooseBody}
      options={options.bodies}
      value={referredBodyId}
      onChoose={(id) => onChoose({ referredBodyId: id })}
    />
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly none: string;
  readonly options: readonly TargetOption[];
  readonly value: string | null;
  readonly onChoose: (id: string | null) => void;
}

function Choice({ name, label, none, options, value, onChoose }: ChoiceProps) {
  return (
    <SelectField
      name={name}
      label={label}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </SelectField>
  );
}
