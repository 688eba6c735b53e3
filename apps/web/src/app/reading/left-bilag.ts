import { useEffect, useRef } from 'react';
import { bilagLink } from '../../features/attachments/components/read-bilag.js';

interface LeftBilag {
  readonly attachmentId: string;
  /** It was opened from its point, which is one step back and stands where it stood. */
  readonly fromPoint: boolean;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A bilag was opened from its point, which is one step back. */
    fromPoint?: true;
  }
}

/** The bilag whose page goes away just now: the page that comes instead may be that of its point. */
let justLeft: LeftBilag | null = null;

/** The pages of bilag that were read last, by the ids of the bilag; for as long as the product is open. */
const lastPages = new Map<string, number>();

export const lastPageOf = (attachmentId: string): number | undefined => lastPages.get(attachmentId);

export function keepLastPage(attachmentId: string, page: number): void {
  lastPages.set(attachmentId, page);
}

/** Tells the page that comes next which bilag one comes from. */
export function useLeavingBilag({ attachmentId, fromPoint }: LeftBilag): void {
  useEffect(
    () => () => {
      const left = { attachmentId, fromPoint };
      justLeft = left;
      // The next page is put up in the same turn.
      setTimeout(() => {
        if (justLeft === left) justLeft = null;
      });
    },
    [attachmentId, fromPoint],
  );
}

/** Brings whoever comes back from a bilag to the link that opened it, once the point is there to be read. */
export function useReturnToBilag(isThere: boolean): void {
  const left = useRef<LeftBilag | null>(null);
  useEffect(() => {
    left.current = justLeft;
  }, []);
  useEffect(() => {
    if (!isThere || left.current === null) return;
    const { attachmentId, fromPoint } = left.current;
    left.current = null;
    const link = document.getElementById(bilagLink(attachmentId));
    link?.focus({ preventScroll: true });
    // Who comes back is brought where they were by the router; others are brought there when it has put up the page.
    if (!fromPoint) requestAnimationFrame(() => link?.scrollIntoView({ block: 'center' }));
  }, [isThere]);
}
