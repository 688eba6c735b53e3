import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ApiError } from '../../lib/api/problem.js';
import { namesOf } from '../../lib/form.js';
import type { Fields } from '../../lib/form.js';
import { listRow, moved } from '../../lib/row-list.js';
import type { ListRow } from '../../lib/row-list.js';
import { quoted } from '../../texts/quoted.js';
import { templates } from '../../texts/templates.js';
import { Button } from './button.js';
import { ConflictPanel } from './conflict-panel.js';
import { FormActions } from './edit-form.js';
import type { FieldGiven } from './edit-form.js';
import { FaultSummary } from './fault-summary.js';
import { Refusal } from './problem-panel.js';

interface ListFormProps<Name extends string, Item, View> {
  readonly items: readonly Item[];
  readonly version: number;
  readonly fieldsOf: (item: Item | null) => Fields<Name>;
  readonly labels: Readonly<Record<Name, string>>;
  /** What is wrong with the fields of the row in a place, from 1. */
  readonly faultsOf: (fields: Fields<Name>, place: number) => Readonly<Partial<Record<Name, string>>>;
  readonly itemOf: (row: ListRow<Name, Item>) => Item;
  readonly save: (items: readonly Item[], version: number) => Promise<View>;
  readonly onSaved: (view: View) => void;
  /** What stands there now, when somebody else has changed it; null when that cannot be read. */
  readonly readCurrent: (current: unknown) => {
    readonly items: readonly Item[];
    readonly version: number;
    readonly view: View;
  } | null;
  readonly onFaults: (count: number) => void;
  readonly words: {
    readonly hint: string;
    readonly none: string;
    readonly add: string;
    readonly list: string;
  };
  /** How a row is spoken of, and shown beside another's when both were changed. */
  readonly nameOf: (fields: Fields<Name>) => string;
  readonly children: (field: (name: Name) => FieldGiven<string>) => ReactNode;
}

/** A list that is saved as a whole with "Gem": rows with fields that are added, moved and removed. */
export function ListForm<Name extends string, Item, View>(props: ListFormProps<Name, Item, View>) {
  const { version, fieldsOf, itemOf, words } = props;
  const list = useRows(props);
  const { rows } = list;
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const focus = useFocusAfter();
  const saving = useMutation({
    mutationFn: (over: number | null) => props.save(rows.map(itemOf), over ?? version),
    onSuccess: props.onSaved,
  });
  const submit = (): void => {
    const found = faultsIn(rows, props.faultsOf);
    setFaults(found);
    props.onFaults(Object.keys(found).length);
    if (Object.keys(found).length > 0) focus('.fault-summary');
    else if (!saving.isPending) saving.mutate(null);
  };
  const add = (): void => {
    const row = listRow<Name, Item>(fieldsOf(null), null);
    list.change([...rows, row]);
    focus(`#${row.key} input`);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="hint">{words.hint}</p>
      <FaultSummary faults={faults} />
      <Stopped {...props} rows={rows} error={saving.error} onMine={(over) => saving.mutate(over)} />
      {rows.length === 0 ? <p className="meta">{words.none}</p> : null}
      <ol className="list-rows" aria-label={words.list}>
        {rows.map(({ key }, at) => (
          <FormRow key={key} {...props} {...list} at={at} faults={faults} focus={focus} />
        ))}
      </ol>
      <Button onClick={add}>{words.add}</Button>
      <FormActions busy={saving.isPending} onDiscard={list.discard} />
    </form>
  );
}

/** The rows as they stand on the page, and how they are changed and taken back. */
interface Rows<Name extends string, Item> {
  readonly rows: readonly ListRow<Name, Item>[];
  readonly change: (rows: readonly ListRow<Name, Item>[]) => void;
  readonly discard: (() => void) | null;
}

function useRows<Name extends string, Item>({
  items,
  fieldsOf,
}: Pick<ListFormProps<Name, Item, unknown>, 'items' | 'fieldsOf'>): Rows<Name, Item> {
  const first = (): readonly ListRow<Name, Item>[] => items.map((item) => listRow(fieldsOf(item), item));
  const [rows, setRows] = useState(first);
  const [changed, setChanged] = useState(false);
  const set = (next: readonly ListRow<Name, Item>[], isChanged: boolean): void => {
    setRows(next);
    setChanged(isChanged);
  };
  return {
    rows,
    change: (next) => set(next, true),
    discard: changed ? () => set(first(), false) : null,
  };
}

interface StoppedProps<Name extends string, Item, View> extends ListFormProps<Name, Item, View> {
  readonly rows: readonly ListRow<Name, Item>[];
  readonly error: Error | null;
  readonly onMine: (version: number) => void;
}

/** Why it was not saved: somebody else was first, whose list stands beside one's own, or another reason. */
function Stopped<Name extends string, Item, View>(props: StoppedProps<Name, Item, View>) {
  const { rows, error, words, fieldsOf, nameOf, onSaved, onMine } = props;
  const stale = error instanceof ApiError && error.problem.code === 'stale-version' ? error.problem : null;
  const theirs = stale && props.readCurrent(stale.current);
  if (theirs === null) return <Refusal error={error} />;
  const inWords = (all: readonly Fields<Name>[]) => ({ list: all.map(nameOf).join(' · ') });
  return (
    <ConflictPanel
      labels={{ list: words.list }}
      mine={inWords(rows.map(({ fields }) => fields))}
      theirs={inWords(theirs.items.map(fieldsOf))}
      onTheirs={() => onSaved(theirs.view)}
      onMine={() => onMine(theirs.version)}
    />
  );
}

interface FormRowProps<Name extends string, Item, View>
  extends ListFormProps<Name, Item, View>, Rows<Name, Item> {
  readonly at: number;
  readonly faults: Readonly<Record<string, string>>;
  readonly focus: (selector: string) => void;
}

function FormRow<Name extends string, Item, View>(props: FormRowProps<Name, Item, View>) {
  const { rows, at, faults, change, focus, labels, nameOf, children } = props;
  const row = rows[at];
  if (!row) return null;
  const { key, fields } = row;
  const name = nameOf(fields) === '' ? templates.rowWithout(at + 1) : quoted(nameOf(fields));
  const field = (of: Name): FieldGiven<string> => ({
    ...{ name: fieldId(key, of), label: labels[of], value: fields[of], fault: faults[fieldId(key, of)] },
    onText: (text) =>
      change(rows.map((each) => (each === row ? { ...row, fields: { ...fields, [of]: text } } : each))),
  });
  const move = (step: -1 | 1, control: string): void => {
    change(moved(rows, at, step));
    focus(`#${key} .${control}`);
  };
  return (
    <li id={key}>
      <div className="list-fields">{children(field)}</div>
      <div className="list-acts">
        <Button
          look="quiet"
          className="list-up"
          aria-label={templates.up(name)}
          refusal={at === 0 ? templates.first : null}
          onClick={() => move(-1, 'list-up')}
        >
          {templates.upShort}
        </Button>
        <Button
          look="quiet"
          className="list-down"
          aria-label={templates.down(name)}
          refusal={at === rows.length - 1 ? templates.last : null}
          onClick={() => move(1, 'list-down')}
        >
          {templates.downShort}
        </Button>
        <Button
          look="quiet"
          aria-label={templates.remove(name)}
          onClick={() => {
            change(rows.filter((each) => each !== row));
            const next = rows[at + 1] ?? rows[at - 1];
            if (next) focus(`#${next.key} input`);
          }}
        >
          {templates.removeShort}
        </Button>
      </div>
    </li>
  );
}

const fieldId = (key: string, name: string): string => `${key}-${name}`;

/** What is wrong in all rows, by the ids of their fields. */
function faultsIn<Name extends string, Item>(
  rows: readonly ListRow<Name, Item>[],
  faultsOf: ListFormProps<Name, Item, unknown>['faultsOf'],
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [i, { key, fields }] of rows.entries()) {
    const faults = faultsOf(fields, i + 1);
    for (const name of namesOf(faults)) found[fieldId(key, name)] = faults[name] ?? '';
  }
  return found;
}

/** Gives something the focus once what was done to the list is on the page. */
function useFocusAfter(): (selector: string) => void {
  const wanted = useRef<string | null>(null);
  const [, render] = useState(0);
  useEffect(() => {
    if (wanted.current === null) return;
    document.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  });
  return (selector) => {
    wanted.current = selector;
    render((count) => count + 1);
  };
}
