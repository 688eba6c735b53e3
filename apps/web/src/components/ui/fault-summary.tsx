import { namesOf } from '../../lib/form.js';
import type { Faults } from '../../lib/form.js';
import { da } from '../../texts/da.js';
import { Panel } from './problem-panel.js';

/** The faults of a form in one place, each a link to its field; it takes the focus when the form was tried. */
export function FaultSummary<Name extends string>({ faults }: { readonly faults: Faults<Name> }) {
  const names = namesOf(faults);
  if (names.length === 0) return null;
  return (
    <div className="fault-summary" tabIndex={-1} role="group" aria-labelledby="fault-summary-title">
      <Panel tone="err">
        <h3 id="fault-summary-title">
          {names.length === 1 ? da.common.faults.one : da.common.faults.several(names.length)}
        </h3>
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
