import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { IndstillingReadingView } from '../../../../../libs/contracts/reading.js';
import { indstillingReadingQuery, sayIndstillingRead } from './api/indstilling-reading.js';

/** How long an indstilling is open before it counts as read, in milliseconds. */
const READ_MS = 3000;

/** An indstilling that somebody has before them: the submission that they read of it, 0 while it is still being fetched. */
export interface Opened {
  readonly id: string;
  readonly submission: number;
}

/**
 * What one read of an indstilling on an earlier visit: null for nothing, undefined until it is known. What is open now counts
 * as read after a moment; that it could not be said disturbs nobody who reads.
 */
export function useSinceRead(
  opened: Opened | null,
  isOwn: boolean,
): IndstillingReadingView | null | undefined {
  const client = useQueryClient();
  const id = opened?.id ?? '';
  const isAsked = isOwn && id !== '';
  const earlier = useQuery({ ...indstillingReadingQuery(id), enabled: isAsked });
  const submission = opened?.submission ?? 0;
  const isKnown = earlier.data !== undefined && earlier.data?.submission === submission;
  const isToSay = isAsked && !earlier.isPending && !isKnown && submission > 0;
  useEffect(() => {
    if (!isToSay) return;
    let said: IndstillingReadingView | null = null;
    const timer = setTimeout(() => {
      sayIndstillingRead(id, submission).then(
        (now) => {
          said = now;
        },
        () => undefined,
      );
    }, READ_MS);
    return () => {
      clearTimeout(timer);
      // While the page stands it goes on telling what changed; the next visit begins from here.
      if (said !== null) client.setQueryData(indstillingReadingQuery(id).queryKey, said);
    };
  }, [client, id, isToSay, submission]);
  if (!isAsked || earlier.isError) return null;
  return earlier.data;
}
