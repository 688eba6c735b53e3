import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon.js';

/** The filters of a list; each change is a change of the address. On a phone they fold behind a button. */
export function FilterBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button button-secondary filters-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
        <Icon name="chevronDown" />
      </button>
      <div id={id} className="filters" role="group" aria-label={label}>
        {children}
      </div>
    </>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

interface FilterProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One filter: a list of choices of the browser's own, which every device shows in the way people know. */
export function Filter<Value extends string>({ label, value, choices, onChoose }: FilterProps<Value>) {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}
