import { differing } from '../../lib/form.js';
import type { Fields } from '../../lib/form.js';
import { da } from '../../texts/da.js';
import { Button } from './button.js';
import { Panel } from './problem-panel.js';

interface ConflictPanelProps<Name extends string> {
  readonly labels: Readonly<Record<Name, string>>;
  readonly mine: Fields<Name>;
  readonly theirs: Fields<Name>;
  /** How a value is told that is not written as it is read, as that of a choice; empty: as nothing. */
  readonly inWords?: ((name: Name, value: string) => string) | undefined;
  /** What the choices are called where it is about texts rather than a form. */
  readonly choices?: { readonly mine: string; readonly theirs: string };
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Somebody else was first: what stands there now beside what was typed here, and the choice between them. */
export function ConflictPanel<Name extends string>(props: ConflictPanelProps<Name>) {
  const { labels, mine, theirs, inWords = (_, value) => value, onMine, onTheirs } = props;
  const told = (name: Name, value: string): string => inWords(name, value) || da.common.none;
  const { choices = { mine: da.conflict.keepMine, theirs: da.conflict.useTheirs } } = props;
  return (
    <Panel tone="warn" alert>
      <h3>{da.conflict.title}</h3>
      <p>{da.conflict.text}</p>
      <dl className="conflict">
        {differing(mine, theirs).map((name) => (
          <div key={name}>
            <dt>{labels[name]}</dt>
            <dd>
              {da.conflict.now}: {told(name, theirs[name])}
            </dd>
            <dd>
              {da.conflict.mine}: {told(name, mine[name])}
            </dd>
          </div>
        ))}
      </dl>
      <div className="dialog-actions">
        <Button onClick={onMine}>{choices.mine}</Button>
        <Button onClick={onTheirs}>{choices.theirs}</Button>
      </div>
    </Panel>
  );
}
