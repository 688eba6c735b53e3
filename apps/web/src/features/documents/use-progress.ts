import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { DocumentView } from '../../../../../libs/contracts/documents.js';
import { announce } from '../../lib/announcements.js';
import { da } from '../../texts/da.js';
import { showDocument } from './api/documents.js';

/** How many are followed by a stream each: a browser has only some connections to a server, and others need them. */
const MOST_STREAMS = 2;
/** The others, and those whose stream broke twice, are asked for this often (ms). */
const POLL_MS = 5000;
const MOST_BREAKS = 2;

export function isUnderWay({ state }: DocumentView): boolean {
  return state === 'queued' || state === 'running';
}

/** Follows the documents that are being made, and says aloud when one is ready or has failed. */
export function useProgress(documents: readonly DocumentView[], refetch: () => unknown): void {
  const underWay = documents.filter(isUnderWay).map(({ id }) => id);
  useStreams(underWay.slice(0, MOST_STREAMS));
  usePolling(underWay.length > 0, refetch);
  useEndsSaid(documents);
}

function useStreams(ids: readonly string[]): void {
  const client = useQueryClient();
  const key = ids.join(' ');
  useEffect(() => {
    const streams = (key === '' ? [] : key.split(' ')).map((id) => {
      const stream = new EventSource(`/api/v1/documents/${id}/progress`);
      let breaks = 0;
      stream.addEventListener('document', (event: MessageEvent<string>) => {
        // The tests of the api hold its events to the contract.
        const document = JSON.parse(event.data) as DocumentView;
        showDocument(client, document);
        if (!isUnderWay(document)) stream.close();
      });
      stream.onerror = () => {
        breaks += 1;
        if (breaks >= MOST_BREAKS) stream.close();
      };
      return stream;
    });
    return () => streams.forEach((stream) => stream.close());
  }, [client, key]);
}

/** The net under the streams: a stream that is held up somewhere on the way says nothing and does not break. */
function usePolling(isNeeded: boolean, refetch: () => unknown): void {
  const ask = useRef(refetch);
  useEffect(() => {
    ask.current = refetch;
  });
  useEffect(() => {
    if (!isNeeded) return;
    const timer = setInterval(() => void ask.current(), POLL_MS);
    return () => clearInterval(timer);
  }, [isNeeded]);
}

function useEndsSaid(documents: readonly DocumentView[]): void {
  const before = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const { id, state, fileName } of documents) {
      if (!before.current.has(id)) continue;
      if (state === 'ready') announce(da.documents.ready(fileName));
      if (state === 'failed') announce(da.documents.failed(fileName));
    }
    before.current = new Set(documents.filter(isUnderWay).map(({ id }) => id));
  }, [documents]);
}
