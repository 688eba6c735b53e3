import { useEffect, useRef } from 'react';
import { namesOf } from '../../lib/form.js';
import type { Faults } from '../../lib/form.js';
import { da } from '../../texts/da.js';
import { Panel } from './problem-panel.js';

interface FaultSummaryProps<Name extends string> {
  readonly faults: Faults<Name>;
  /** How often the form was tried: each time the summary takes the focus. */
  readonly tries?: number;
}

/** The faults of a form in one place, each a link to its field. */
export function FaultSummary<Name extends string>({ faults, tries = 0 }: FaultSummaryProps<Name>) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  const names = namesOf(faults);
  if (names.length === 0) return null;
  return (
    <div
      ref={summary}
      className="fault-summary"
      tabIndex={-1}
      role="group"
      aria-labelledby="fault-summary-title"
    >
      <Panel tone="err">
        <p id="fault-summary-title" className="fault-summary-title">
          {names.length === 1 ? da.common.faults.one : da.common.faults.several(names.length)}
        </p>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <a
                href={`#${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(name)?.focus();
                }}
              >
                {faults[name]}
              </a>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
