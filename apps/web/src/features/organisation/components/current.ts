import type { Current } from '../../../components/ui/edit-form.js';
import type { Fields } from '../../../lib/form.js';

export interface OrganisationFormProps<Item> {
  /** Null when it is made new. */
  readonly item: Item | null;
  readonly onSaved: (item: Item) => void;
  readonly onFaults: (count: number) => void;
}

/** Reads what a 412 says stands there now; null when it is not there. */
export function currentOf<View extends { version: number }, Name extends string>(
  current: unknown,
  fieldsOf: (view: View) => Fields<Name>,
): Current<Name, View> | null {
  if (current === null || typeof current !== 'object' || !('version' in current)) return null;
  // What a 412 carries is the resource itself, as the contract says.
  const view = current as View;
  return { fields: fieldsOf(view), version: view.version, view };
}
