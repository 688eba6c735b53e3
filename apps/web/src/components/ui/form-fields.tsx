import type { ReactNode } from 'react';
import type { FieldGiven } from './edit-form.js';
import { SelectField, TextArea, TextField } from './field.js';

interface More {
  readonly hint?: string;
  readonly optional?: boolean;
}

/** The fields of an `EditForm`: each takes what the form gives it. */
export function Text<Name extends string>({
  onText,
  ...field
}: FieldGiven<Name> &
  More & { readonly type?: string; readonly inputMode?: 'numeric'; readonly onBlur?: () => void }) {
  return <TextField {...field} onChange={(event) => onText(event.target.value)} />;
}

export function Lines<Name extends string>({
  onText,
  ...field
}: FieldGiven<Name> & More & { readonly rows?: number }) {
  return <TextArea rows={2} {...field} onChange={(event) => onText(event.target.value)} />;
}

export function Select<Name extends string>({
  onText,
  ...field
}: FieldGiven<Name> & More & { readonly children: ReactNode }) {
  return <SelectField {...field} onChange={(event) => onText(event.target.value)} />;
}

export function Tick<Name extends string>({ name, label, value, onText }: FieldGiven<Name>) {
  return (
    <label className="choice" htmlFor={name}>
      <input
        id={name}
        type="checkbox"
        checked={value === 'yes'}
        onChange={(event) => onText(event.target.checked ? 'yes' : '')}
      />
      {label}
    </label>
  );
}
