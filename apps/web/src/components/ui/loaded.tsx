import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.js';
import { LoadProblem } from './problem-panel.js';

interface LoadedProps<Data> {
  readonly what: string;
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'dataUpdatedAt'> & {
    readonly refetch: () => unknown;
  };
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what a query brought; waiting and failing are shown the same way everywhere. What was there before stays. */
export function Loaded<Data>({ what, query, rows, children }: LoadedProps<Data>) {
  const { data, error, dataUpdatedAt, refetch } = query;
  return (
    <>
      {error === null ? null : (
        <LoadProblem
          what={what}
          error={error}
          shownFrom={data === undefined ? 0 : dataUpdatedAt}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined ? error === null ? <Loading rows={rows} /> : null : children(data)}
    </>
  );
}
