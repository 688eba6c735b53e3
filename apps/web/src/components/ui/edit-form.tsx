import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ApiError } from '../../lib/api/problem.js';
import { differing, namesOf } from '../../lib/form.js';
import type { Faults, Fields } from '../../lib/form.js';
import { da } from '../../texts/da.js';
import { Button } from './button.js';
import { ConflictPanel } from './conflict-panel.js';
import { FaultSummary } from './fault-summary.js';
import { Refusal } from './problem-panel.js';

/** What a field of the form is given. */
export interface FieldGiven<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onText: (text: string) => void;
}

/** What stands there now, as fields and whole. */
export interface Current<Name extends string, View> {
  readonly fields: Fields<Name>;
  readonly version: number;
  readonly view: View;
}

export interface EditFormProps<Name extends string, View> {
  readonly initial: Fields<Name>;
  readonly labels: Readonly<Record<Name, string>>;
  readonly faultsOf: (fields: Fields<Name>) => Faults<Name>;
  /** Null when it is made new. */
  readonly version: number | null;
  readonly save: (fields: Fields<Name>, version: number | null) => Promise<View>;
  readonly onSaved: (view: View) => void;
  /** The fields of what stands there now, when somebody else has changed it; null when that cannot be read. */
  readonly fieldsIn: (current: unknown) => Current<Name, View> | null;
  /** How a value is told beside somebody else's, where it is not written as it is read. */
  readonly inWords?: (name: Name, value: string) => string;
  readonly onFaults: (count: number) => void;
  readonly children: (field: (name: Name) => FieldGiven<Name>) => ReactNode;
}

/** A form that is saved with "Gem": faults are gathered above it, and who was first is shown beside one's own. */
export function EditForm<Name extends string, View>(props: EditFormProps<Name, View>) {
  const { initial, labels, faultsOf, version, children } = props;
  const [fields, setFields] = useState(initial);
  const [faults, setFaults] = useState<Faults<Name> | null>(null);
  const [tries, setTries] = useState(0);
  const saving = useMutation({
    mutationFn: (over: number | null) => props.save(fields, over ?? version),
    onSuccess: props.onSaved,
  });
  const conflict = conflictIn(saving.error, props.fieldsIn);
  const submit = (): void => {
    const found = faultsOf(fields);
    setFaults(found);
    setTries(tries + 1);
    props.onFaults(namesOf(found).length);
    if (namesOf(found).length === 0) saving.mutate(null);
  };
  const field = (name: Name): FieldGiven<Name> => ({
    name,
    label: labels[name],
    value: fields[name],
    fault: faults?.[name],
    onText: (text) => setFields((now) => ({ ...now, [name]: text })),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) submit();
      }}
    >
      {faults === null ? null : <FaultSummary faults={faults} tries={tries} />}
      {conflict === null ? (
        <Refusal error={saving.error} />
      ) : (
        <ConflictPanel
          labels={labels}
          mine={fields}
          theirs={conflict.fields}
          inWords={props.inWords}
          onTheirs={() => {
            setFields(conflict.fields);
            saving.reset();
            props.onSaved(conflict.view);
          }}
          onMine={() => saving.mutate(conflict.version)}
        />
      )}
      {children(field)}
      <FormActions
        busy={saving.isPending}
        onDiscard={differing(initial, fields).length > 0 ? () => setFields(initial) : null}
      />
    </form>
  );
}

interface FormActionsProps {
  readonly busy: boolean;
  /** Takes back what was typed; null while nothing was. */
  readonly onDiscard: (() => void) | null;
}

/** "Gem", and what is said as long as something is not saved. */
export function FormActions({ busy, onDiscard }: FormActionsProps) {
  return (
    <div className="form-actions">
      <Button type="submit" look="primary" busy={busy}>
        {busy ? da.common.saving : da.common.save}
      </Button>
      {onDiscard === null ? null : (
        <>
          <Button look="quiet" onClick={onDiscard}>
            {da.admin.discard}
          </Button>
          <span className="meta">{da.admin.unsaved}</span>
        </>
      )}
    </div>
  );
}

function conflictIn<Name extends string, View>(
  error: unknown,
  fieldsIn: EditFormProps<Name, View>['fieldsIn'],
): Current<Name, View> | null {
  const isStale = error instanceof ApiError && error.problem.code === 'stale-version';
  return isStale ? fieldsIn(error.problem.current) : null;
}
