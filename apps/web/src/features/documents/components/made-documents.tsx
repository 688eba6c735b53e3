import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../../components/ui/button.js';
import { Empty } from '../../../components/ui/empty.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { da } from '../../../texts/da.js';
import { documentsQuery } from '../api/documents.js';
import type { DocumentSearch } from '../search.js';
import { useProgress } from '../use-progress.js';
import { DocumentList } from './document-list.js';

interface MadeDocumentsProps {
  readonly search: DocumentSearch;
  readonly subjectId?: string;
  readonly nameOf?: (subjectId: string) => string | null;
}

/** The documents an address asks for, followed while they are being made. */
export function MadeDocuments({ search, subjectId, nameOf }: MadeDocumentsProps) {
  const query = useInfiniteQuery(documentsQuery(search, subjectId));
  const documents = query.data?.pages.flatMap(({ items }) => items);
  useProgress(documents ?? NONE, query.refetch);
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <Loaded what={da.documents.these} query={{ ...query, data: documents }}>
      {(loaded) =>
        loaded.length === 0 ? (
          <Empty>{isFiltered ? da.documents.emptyFiltered : da.documents.empty}</Empty>
        ) : (
          <>
            <DocumentList documents={loaded} {...(nameOf === undefined ? {} : { nameOf })} />
            {query.hasNextPage ? (
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {da.common.more}
              </Button>
            ) : null}
          </>
        )
      }
    </Loaded>
  );
}

const NONE: readonly never[] = [];
