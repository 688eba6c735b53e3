import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { da } from '../../texts/da.js';

interface FieldProps {
  /** Also the id of the input, so that the summary of faults can point to it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | null;
  readonly optional?: boolean;
}

interface WrapProps extends FieldProps {
  readonly children: ReactNode;
}

function Wrap({ name, label, hint, fault, optional = false, children }: WrapProps) {
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        {optional ? <span className="meta"> ({da.common.optional})</span> : null}
      </label>
      {hint === undefined ? null : (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children}
      {fault === undefined || fault === null ? null : (
        <p id={`${name}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}

/** The attributes that tie an input to its label, hint and fault. */
function ties({ name, hint, fault }: FieldProps) {
  const isWrong = fault !== undefined && fault !== null;
  const described = [hint === undefined ? null : `${name}-hint`, isWrong ? `${name}-fault` : null];
  const ids = described.filter((id) => id !== null).join(' ');
  return {
    id: name,
    name,
    'aria-invalid': isWrong ? true : undefined,
    'aria-describedby': ids === '' ? undefined : ids,
  };
}

type TextFieldProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>;
export function TextField({ name, label, hint, fault, optional, ...input }: TextFieldProps) {
  const field = { name, label, hint, fault, optional };
  return (
    <Wrap {...field}>
      <input type="text" autoComplete="off" {...input} {...ties(field)} />
    </Wrap>
  );
}

type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>;
export function TextArea({ name, label, hint, fault, optional, ...area }: TextAreaProps) {
  const field = { name, label, hint, fault, optional };
  return (
    <Wrap {...field}>
      <textarea rows={4} {...area} {...ties(field)} />
    </Wrap>
  );
}

type SelectProps = FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'>;
export function SelectField({ name, label, hint, fault, optional, children, ...select }: SelectProps) {
  const field = { name, label, hint, fault, optional };
  return (
    <Wrap {...field}>
      <select {...select} {...ties(field)}>
        {children}
      </select>
    </Wrap>
  );
}

interface ChoicesProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChoose: (value: Value) => void;
  /** Whether the choice that is made, or else the first, takes the focus. */
  readonly autoFocus?: boolean;
}

/** One of a few, all of them visible. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { name, legend, hint, value, choices, onChoose, autoFocus = false } = props;
  const focused = autoFocus ? (value ?? choices[0]?.value) : null;
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            autoFocus={choice.value === focused}
            onChange={() => onChoose(choice.value)}
          />
          {choice.text}
        </label>
      ))}
    </fieldset>
  );
}
