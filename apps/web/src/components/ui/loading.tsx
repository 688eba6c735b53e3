import { useEffect, useState } from 'react';
import { da } from '../../texts/da.js';

/** After this long what is awaited shows as grey rows; shorter waits change nothing on the screen. */
const SHOW_MS = 300;
const SLOW_MS = 10_000;

/** Grey rows of the same height as those that come, once the wait is felt. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const waited = useWaited();
  return (
    <div className="loading" aria-busy="true">
      {waited >= SHOW_MS ? (
        <>
          <p className="visually-hidden">{da.common.loading}</p>
          {Array.from({ length: rows }, (_, row) => (
            <div key={row} className="loading-row" />
          ))}
        </>
      ) : null}
      {waited >= SLOW_MS ? <p>{da.common.slow}</p> : null}
    </div>
  );
}

function useWaited(): number {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [SHOW_MS, SLOW_MS].map((ms) => setTimeout(() => setWaited(ms), ms));
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);
  return waited;
}
