import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { AttachmentView } from '../../../../../libs/contracts/attachments.js';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import type { IndstillingReadingView } from '../../../../../libs/contracts/reading.js';
import { attachmentsQuery } from '../../features/attachments/api/attachments.js';
import { indstillingQuery } from '../../features/indstillinger/api/indstilling.js';
import { useSinceRead } from '../../features/reading/use-since-read.js';
import { statusOf } from '../../lib/api/problem.js';
import { useSession } from '../session/session.js';

/** What belongs to a point besides itself. */
export interface PointPapers {
  /** Null where the point only holds the place of a closed one. */
  readonly bilag: readonly AttachmentView[] | null;
  /** Null where there is none, or none that may be read. */
  readonly indstilling: IndstillingView | null;
  readonly ofIndstilling: readonly AttachmentView[];
  /** What was read of the indstilling on an earlier visit; null for nothing. */
  readonly earlier: IndstillingReadingView | null;
}

const WAITING = { data: undefined, error: null, dataUpdatedAt: 0, refetch: () => undefined } as const;

/** Fetches all that is read at a point before any of it is shown, so that nothing moves under who reads. */
export function useReadPoint({ id, indstillingId }: AgendaPointView) {
  const bilag = useQuery(attachmentsQuery(`agenda-points/${id}`));
  const enabled = indstillingId !== null;
  const indstilling = useQuery({ ...indstillingQuery(indstillingId ?? ''), enabled });
  const ofIndstilling = useQuery({ ...attachmentsQuery(`indstillinger/${indstillingId ?? ''}`), enabled });
  const { viewAs } = useSession();
  const opened = enabled ? { id: indstillingId, submission: indstilling.data?.submission ?? 0 } : null;
  const earlier = useSinceRead(opened, viewAs === null);
  const wanted = enabled ? [bilag, indstilling, ofIndstilling] : [bilag];
  const papers: PointPapers = {
    bilag: statusOf(bilag.error) === 404 ? null : (bilag.data?.items ?? []),
    // A step of one's own may have taken it out of sight.
    indstilling: statusOf(indstilling.error) === 404 ? null : (indstilling.data ?? null),
    ofIndstilling: ofIndstilling.data?.items ?? [],
    earlier: earlier ?? null,
  };
  const missing = wanted.find(({ data, error }) => data === undefined && statusOf(error) !== 404);
  // What changed since is told above the text.
  return { awaited: missing ?? (earlier === undefined ? WAITING : undefined), papers };
}

/** The bilag that are read at a point, its own before those of its indstilling; `point` comes with the agenda. */
export function usePointBilag(pointId: string, point: AgendaPointView | undefined) {
  const indstillingId = point?.indstillingId ?? null;
  const bilag = useQuery(attachmentsQuery(`agenda-points/${pointId}`));
  const ofIndstilling = useQuery({
    ...attachmentsQuery(`indstillinger/${indstillingId ?? ''}`),
    enabled: indstillingId !== null,
  });
  // Of an indstilling that may not be read there is nothing at the point either.
  const isBarred = statusOf(ofIndstilling.error) === 404;
  return {
    error: bilag.error,
    awaited: indstillingId === null || isBarred ? [bilag] : [bilag, ofIndstilling],
    items: [...(bilag.data?.items ?? []), ...(ofIndstilling.data?.items ?? [])],
  };
}

/** What cannot be fetched ahead is told of when one is there. */
const later = (): undefined => undefined;

/** Fetches ahead what the next point has to read. */
export function useNextPoint(next: AgendaPointView | undefined): void {
  const client = useQueryClient();
  const id = next?.id;
  const indstillingId = next?.indstillingId ?? null;
  useEffect(() => {
    if (id === undefined) return;
    client.query(attachmentsQuery(`agenda-points/${id}`)).catch(later);
    if (indstillingId === null) return;
    client.query(indstillingQuery(indstillingId)).catch(later);
    client.query(attachmentsQuery(`indstillinger/${indstillingId}`)).catch(later);
  }, [client, id, indstillingId]);
}
