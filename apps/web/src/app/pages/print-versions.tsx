import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { indstillingQuery, versionQuery } from '../../features/indstillinger/api/indstilling.js';
import { changesIn, comparedParts } from '../../features/indstillinger/compare.js';
import { ComparedText } from '../../features/indstillinger/components/compared-text.js';
import { statusOf } from '../../lib/api/problem.js';
import { indstilling as text } from '../../texts/indstilling.js';
import { PrintSheet } from '../print/print-sheet.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/printed/print/indstillinger/$indstillingId/versions');
const words = text.compare;

/** What changed from one submitted version of an indstilling to another, to be printed; which two stands in the address. */
export default function PrintVersionsPage() {
  const { indstillingId: id } = route.useParams();
  const { from = 0, to = 0, all } = route.useSearch();
  const indstilling = useQuery(indstillingQuery(id));
  const before = useQuery({ ...versionQuery(id, from), enabled: from > 0 });
  const after = useQuery({ ...versionQuery(id, to), enabled: to > 0 });
  const refused = [indstilling, before, after].some(({ error }) => [404, 400].includes(statusOf(error)));
  if (refused || from === 0 || to === 0)
    return (
      <main id="content" className="narrow" tabIndex={-1}>
        <NotFoundPage />
      </main>
    );
  if (!indstilling.data || !before.data || !after.data)
    return (
      <main id="content" className="narrow" tabIndex={-1}>
        <Page title={words.title} context={text.title}>
          <Loaded what={text.theOne} query={indstilling}>
            {() => null}
          </Loaded>
          <Loaded what={words.versions} query={before.error === null ? after : before}>
            {() => null}
          </Loaded>
        </Page>
      </main>
    );
  const title = words.printed(indstilling.data.title, from, to);
  const parts = comparedParts(before.data.content, after.data.content, indstilling.data);
  return (
    <PrintSheet
      title={title}
      context={text.title}
      line={title}
      bar={
        <Link
          to="/indstillinger/$indstillingId/versions/compare"
          params={{ indstillingId: id }}
          search={{ from, to }}
        >
          {words.back}
        </Link>
      }
    >
      {changesIn(parts) === 0 ? <p>{words.same}</p> : null}
      <div className="compared">
        <ComparedText parts={parts} onlyChanged={all === undefined} isSideBySide={false} />
      </div>
    </PrintSheet>
  );
}
