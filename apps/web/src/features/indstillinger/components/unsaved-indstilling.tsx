import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { Button } from '../../../components/ui/button.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { sentenceOf } from '../../../lib/api/problem.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { sectionName } from '../fields.js';
import type { IndstillingField } from '../fields.js';
import { headingOf } from '../headings.js';
import type { IndstillingSaves } from '../use-indstilling-saves.js';
import { IndstillingConflict } from './indstilling-conflict.js';

interface UnsavedProps {
  readonly indstilling: IndstillingView;
  readonly saves: IndstillingSaves;
}

/** Why what was typed is not saved, and what can be done about it; both texts where somebody else was first. */
export function UnsavedIndstilling({ indstilling, saves: { unsaved, autosave } }: UnsavedProps) {
  if (unsaved === undefined) return null;
  const { id } = indstilling;
  const { state, error, theirs } = unsaved;
  if (state === 'conflict' && theirs !== null)
    return (
      <IndstillingConflict
        {...{ unsaved, theirs: theirs.fields, labels: labelsOf(indstilling) }}
        onChosen={(names) => void autosave.takeTheirs(id, names)}
      />
    );
  // What is wrong with a field stands at the field.
  if (state !== 'refused' || typeof error === 'string') return null;
  return (
    <Panel tone="warn" alert>
      <p>
        {text.refused} {sentenceOf(error)}
      </p>
      <Button onClick={() => autosave.drop(id)}>{text.discard}</Button>
    </Panel>
  );
}

function labelsOf(indstilling: IndstillingView): Readonly<Record<IndstillingField, string>> {
  const keys = Object.keys(indstilling.sections);
  const headings = keys.map((key) => [sectionName(key), headingOf(indstilling, key)]);
  return { ...text.fields, ...(Object.fromEntries(headings) as Record<`section.${string}`, string>) };
}
