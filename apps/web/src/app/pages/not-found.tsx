import { Link } from '@tanstack/react-router';
import { Page } from '../../components/ui/page.js';
import { da } from '../../texts/da.js';

/** The same whether something is not there or is not for the one who asks. */
export function NotFoundPage() {
  return (
    <Page title={da.states.notFoundTitle}>
      <p className="prose">{da.states.notFoundText}</p>
      <p>
        <Link to="/overview">{da.states.toOverview}</Link>
      </p>
    </Page>
  );
}
