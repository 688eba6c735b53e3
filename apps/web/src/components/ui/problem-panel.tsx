import type { ReactNode } from 'react';
import { referenceOf, sentenceOf } from '../../lib/api/problem.js';
import { clockInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { Button } from './button.js';

interface LoadProblemProps {
  /** What could not be loaded, as the beginning of a sentence: `Opfølgningerne`. */
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** When what stands below was loaded, in milliseconds; 0 or nothing when there is nothing below. */
  readonly shownFrom?: number;
}

/** Says that something could not be loaded, why, and from when what still stands below is. */
export function LoadProblem({ what, error, onRetry, shownFrom = 0 }: LoadProblemProps) {
  const reference = referenceOf(error);
  return (
    <Panel tone="err" alert>
      <p>
        <strong>{da.common.couldNotLoad(what)}</strong> {sentenceOf(error)}{' '}
        {shownFrom > 0 ? da.common.shownFrom(clockInText(new Date(shownFrom).toISOString())) : null}
      </p>
      {reference === null ? null : <p className="meta">{da.common.reference(reference)}</p>}
      <Button onClick={onRetry}>{da.common.retry}</Button>
    </Panel>
  );
}

/** Why something was refused, at the place where it was tried. */
export function Refusal({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <Panel tone="err" alert>
      <p>{sentenceOf(error)}</p>
    </Panel>
  );
}

interface PanelProps {
  readonly tone: 'err' | 'warn' | 'info';
  readonly alert?: boolean;
  readonly children: ReactNode;
}

export function Panel({ tone, alert = false, children }: PanelProps) {
  return (
    <div className={`panel panel-${tone}`} role={alert ? 'alert' : undefined}>
      {children}
    </div>
  );
}
