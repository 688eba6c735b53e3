import { Page } from '../../components/ui/page.js';
import { LoadProblem } from '../../components/ui/problem-panel.js';
import { statusOf } from '../../lib/api/problem.js';
import { da } from '../../texts/da.js';
import { NotFoundPage } from './not-found.js';

interface ErrorPageProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What stands in place of a page that could not be shown. */
export function ErrorPage({ error, onRetry }: ErrorPageProps) {
  if (statusOf(error) === 404) return <NotFoundPage />;
  return (
    <Page title={da.states.errorTitle}>
      <p>{da.states.errorText}</p>
      <LoadProblem what="Siden" error={error} onRetry={onRetry} />
    </Page>
  );
}
