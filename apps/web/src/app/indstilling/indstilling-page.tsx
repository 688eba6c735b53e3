import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { indstillingQuery } from '../../features/indstillinger/api/indstilling.js';
import { statusOf } from '../../lib/api/problem.js';
import { indstilling as text } from '../../texts/indstilling.js';
import { NotFoundPage } from '../pages/not-found.js';

interface IndstillingPageProps {
  readonly id: string;
  /** What the page is about, of an indstilling with this title; undefined while that is fetched. */
  readonly titleOf: (title: string | undefined) => string;
  /** What stands in it is not there: the whole page is not. */
  readonly isMissing?: boolean;
  readonly children: (indstilling: IndstillingView) => ReactNode;
}

/** A page below that of an indstilling, with the way back to it. */
export function IndstillingPage({ id, titleOf, isMissing = false, children }: IndstillingPageProps) {
  const indstilling = useQuery(indstillingQuery(id));
  const status = statusOf(indstilling.error);
  if (isMissing || (indstilling.error !== null && (status === 404 || status === 400)))
    return <NotFoundPage />;
  const title = indstilling.data?.title;
  return (
    <Page
      title={titleOf(title)}
      context={text.title}
      breadcrumb={
        <>
          <Link to="/indstillinger">{text.title}</Link> /{' '}
          <Link to="/indstillinger/$indstillingId" params={{ indstillingId: id }}>
            {title ?? text.one}
          </Link>
        </>
      }
    >
      <Loaded what={text.theOne} query={indstilling}>
        {children}
      </Loaded>
    </Page>
  );
}
