import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../../components/ui/button.js';
import { Empty } from '../../../components/ui/empty.js';
import { useMedia } from '../../../lib/use-media.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { changesIn } from '../compare.js';
import type { ComparedPart } from '../compare.js';
import { useChangeWalk } from '../use-change-walk.js';
import { ComparedText } from './compared-text.js';

const words = text.compare;

/** Two columns of text have room from here on (UX.md, B.6). */
const WIDE = '(min-width: 64rem)';

interface ComparedProps {
  readonly parts: readonly ComparedPart[];
  /** What the two are called, the older first: they stand above the columns. */
  readonly names: readonly [string, string];
  /** The way to print what is shown: only what changed, or all of it. */
  readonly print: (onlyChanged: boolean) => ReactNode;
}

/** Two versions with what went and what came marked, and the way from one change to the next. */
export function Compared({ parts, names, print }: ComparedProps) {
  const [onlyChanged, setOnlyChanged] = useState(true);
  const [wantsSides, setWantsSides] = useState(true);
  const isWide = useMedia(WIDE);
  const count = changesIn(parts);
  const { list, next, goNext, goBack } = useChangeWalk(count);
  if (count === 0) return <Empty>{words.same}</Empty>;
  const isSideBySide = isWide && wantsSides;
  return (
    <>
      <div className="form-actions compare-tools">
        <Button onClick={goBack}>{words.previous}</Button>
        <Button onClick={goNext}>{words.next(next + 1, count)}</Button>
        <Tick checked={onlyChanged} onTick={setOnlyChanged}>
          {words.onlyChanged}
        </Tick>
        {isWide ? (
          <Tick checked={wantsSides} onTick={setWantsSides}>
            {words.sideBySide}
          </Tick>
        ) : null}
        {print(onlyChanged)}
        <p className="hint compare-keys">{words.keysHint}</p>
      </div>
      {isSideBySide ? (
        <div className="sides sides-names" aria-hidden="true">
          {names.map((name) => (
            <p key={name}>{name}</p>
          ))}
        </div>
      ) : null}
      <div ref={list} className={isSideBySide ? 'compared compared-wide' : 'compared'}>
        <ComparedText {...{ parts, onlyChanged, isSideBySide }} />
      </div>
    </>
  );
}

interface TickProps {
  readonly checked: boolean;
  readonly onTick: (checked: boolean) => void;
  readonly children: string;
}

function Tick({ checked, onTick, children }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={({ target }) => onTick(target.checked)} />
      {children}
    </label>
  );
}
