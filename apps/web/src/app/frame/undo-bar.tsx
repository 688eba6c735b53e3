import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/ui/button.js';
import { useStore } from '../../lib/store.js';
import { UNDO_STAYS_MS, lastDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import { takeBackLast } from './take-back.js';

/** What was done last, with "Fortryd". It has a place of its own below the page and covers nothing. */
export function UndoBar() {
  const done = useStore(lastDone);
  const [held, setHeld] = useState(false);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    if (done === null || held) return;
    const timer = setTimeout(() => lastDone.set(null), UNDO_STAYS_MS);
    return () => clearTimeout(timer);
  }, [done, held]);
  if (done === null) return null;
  return (
    <section
      id="undo"
      ref={bar}
      className="undo-bar"
      aria-label={da.common.undoLabel}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{done.text}</p>
      {done.takeBack === null ? null : (
        <Button
          onClick={() => {
            document.getElementById('content')?.focus();
            setHeld(false);
            void takeBackLast();
          }}
        >
          {da.common.undo}
        </Button>
      )}
      <Button look="quiet" onClick={() => lastDone.set(null)}>
        {da.common.close}
      </Button>
    </section>
  );
}
