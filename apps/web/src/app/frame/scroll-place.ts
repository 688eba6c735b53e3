import type { AnyRouter, ParsedLocation } from '@tanstack/react-router';

/** How long what a page shows is awaited to be as long as it was, in milliseconds. */
const PATIENCE_MS = 10_000;
/** What somebody does who wants to be elsewhere on the page. */
const OWN_MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

const keyOf = ({ state, href }: ParsedLocation): string => state.__TSR_key ?? href;

/**
 * Brings pages that one goes back to where they were left. The router does so when a page appears; a page that fetches
 * what it shows is too short by then, so its place is waited for, unless its reader moves first.
 */
export function keepScrollPlaces(router: AnyRouter): void {
  const places = new Map<string, number>();
  let stop = (): void => undefined;
  router.subscribe('onBeforeLoad', ({ fromLocation }) => {
    stop();
    if (fromLocation !== undefined) places.set(keyOf(fromLocation), window.scrollY);
  });
  router.subscribe('onRendered', ({ toLocation }) => {
    stop();
    stop = awaitPlace(places.get(keyOf(toLocation)) ?? 0);
  });
}

/** Scrolls to a place as soon as the page is long enough; gives what ends the waiting. */
function awaitPlace(top: number): () => void {
  const isThere = (): boolean => Math.abs(window.scrollY - top) <= 1;
  if (isThere() || top === 0) return () => undefined;
  const observer = new ResizeObserver(() => {
    window.scrollTo({ top });
    if (isThere()) stop();
  });
  const timer = setTimeout(() => stop(), PATIENCE_MS);
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    for (const move of OWN_MOVES) removeEventListener(move, stop);
  };
  for (const move of OWN_MOVES) addEventListener(move, stop, { passive: true });
  observer.observe(document.body);
  return stop;
}
