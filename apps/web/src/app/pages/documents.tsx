import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Page } from '../../components/ui/page.js';
import { DocumentFilters } from '../../features/documents/components/document-filters.js';
import { MadeDocuments } from '../../features/documents/components/made-documents.js';
import { da } from '../../texts/da.js';
import { useNames } from '../names/use-names.js';

const route = getRouteApi('/inside/documents');

/** Every document one may read, newest first, also those that are being made. */
export default function DocumentsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { meeting } = useNames();
  return (
    <Page title={da.documents.title}>
      <DocumentFilters
        search={search}
        onSearch={(next) => void navigate({ to: '/documents', search: next })}
      />
      <MadeDocuments search={search} nameOf={meeting} />
    </Page>
  );
}
