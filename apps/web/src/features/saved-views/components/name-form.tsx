import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../components/ui/button.js';
import { TextField } from '../../../components/ui/field.js';
import { da } from '../../../texts/da.js';
import { savedViews as words } from '../../../texts/saved-views.js';

interface NameFormProps {
  readonly name: string;
  /** The names of the other views. */
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** What a view shall be called. */
export function NameForm({ name, taken, onName, onCancel }: NameFormProps) {
  const [typed, setTyped] = useState(name);
  const [tried, setTried] = useState(false);
  const wanted = typed.trim();
  const fault =
    wanted === ''
      ? words.noName
      : wanted.length > 60
        ? words.longName
        : taken.includes(wanted)
          ? words.taken
          : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fault === null) onName(wanted);
    else document.getElementById('view-name')?.focus();
  };
  return (
    <form
      noValidate
      className="view-name"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TextField
        name="view-name"
        label={words.name}
        value={typed}
        fault={tried ? fault : null}
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{da.common.save}</Button>
      <Button look="quiet" onClick={onCancel}>
        {da.common.cancel}
      </Button>
    </form>
  );
}
