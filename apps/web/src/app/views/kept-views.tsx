import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import type { ViewPage } from '../../../../../libs/contracts/saved-views.js';
import { parseSearch, stringifySearch } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

const SavedViews = lazy(() => import('../../features/saved-views/components/saved-views.js'));

interface KeptViewsProps {
  readonly page: ViewPage;
  readonly search: object;
  /** A link to the page with the search a view keeps. */
  readonly linkTo: (search: RawSearch, name: string) => ReactNode;
}

/** The views of a page that its reader has kept; fetched after the page, in a place that waits for them. */
export function KeptViews({ page, search, linkTo }: KeptViewsProps) {
  return (
    <div className="saved-views">
      <Suspense>
        <SavedViews
          page={page}
          search={stringifySearch({ ...search }).slice(1)}
          linkTo={(kept, name) => linkTo(parseSearch(kept), name)}
        />
      </Suspense>
    </div>
  );
}

/** The one that is shown is the current one: whose address is the same. */
export const AS_KEPT = { exact: true, includeSearch: true } as const;
