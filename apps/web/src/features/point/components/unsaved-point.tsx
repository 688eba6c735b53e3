import { Button } from '../../../components/ui/button.js';
import { ConflictPanel } from '../../../components/ui/conflict-panel.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { sentenceOf } from '../../../lib/api/problem.js';
import { da } from '../../../texts/da.js';
import type { PointFields } from '../point-fields.js';
import type { PointSaves } from '../use-point-saves.js';

/** Why what was typed is not saved, and what can be done about it. */
export function UnsavedPoint({ id, saves }: { readonly id: string; readonly saves: PointSaves }) {
  const { unsaved, autosave } = saves;
  if (unsaved === undefined) return null;
  const { state, error, theirs, typed } = unsaved;
  if (state === 'conflict' && theirs !== null)
    return (
      <ConflictPanel
        labels={da.point.fields}
        choices={da.point.conflict}
        mine={inWords({ ...theirs.fields, ...typed })}
        theirs={inWords(theirs.fields)}
        onMine={() => void autosave.keepMine(id)}
        onTheirs={() => void autosave.takeTheirs(id)}
      />
    );
  // What is wrong with a field stands at the field.
  if (state !== 'refused' || typeof error === 'string') return null;
  return (
    <Panel tone="warn" alert>
      <p>
        {da.point.refused} {sentenceOf(error)}
      </p>
      <Button onClick={() => autosave.drop(id)}>{da.point.discard}</Button>
    </Panel>
  );
}

/** The fields as they are read: what is chosen in its Danish words. */
function inWords(fields: PointFields): PointFields {
  const types: Readonly<Partial<Record<string, string>>> = da.meetings.pointType;
  const visibilities: Readonly<Partial<Record<string, string>>> = da.point.visibility;
  return {
    ...fields,
    type: types[fields.type] ?? fields.type,
    visibility: visibilities[fields.visibility] ?? fields.visibility,
  };
}
