import { useEffect } from 'react';
import type { RefObject } from 'react';

/** What lies at the foot of the window over the page, in pixels. */
const FOOT = '0px 0px -64px 0px';

/** Tells once that something has been on the screen for so many milliseconds on end, while `wanted` and somebody looks. */
export function useOnScreen(
  place: RefObject<HTMLElement | null>,
  { forMs, wanted, onSeen }: { forMs: number; wanted: boolean; onSeen: () => void },
): void {
  useEffect(() => {
    const element = place.current;
    if (!wanted || element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isThere = false;
    const look = (): void => {
      clearTimeout(timer);
      if (isThere && document.visibilityState === 'visible') timer = setTimeout(onSeen, forMs);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        isThere = entries.at(-1)?.isIntersecting ?? false;
        look();
      },
      { rootMargin: FOOT },
    );
    observer.observe(element);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [place, forMs, wanted, onSeen]);
}
