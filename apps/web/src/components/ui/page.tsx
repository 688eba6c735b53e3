import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { da } from '../../texts/da.js';
import { wasNavigatedTo } from './page-focus.js';

interface PageProps {
  readonly title: string;
  /** What stands between the page's name and the product's in the title of the window. */
  readonly context?: string;
  readonly breadcrumb?: ReactNode;
  /** Chips and save state under the heading. */
  readonly status?: ReactNode;
  /** One primary button and at most two others. */
  readonly actions?: ReactNode;
  /** The number of faults in a form that was tried. */
  readonly faults?: number;
  readonly children: ReactNode;
}

/** The pattern of every page: breadcrumb, heading (focused when one comes here from within), status, actions, content. */
export function Page({ title, context, breadcrumb, status, actions, faults = 0, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Where the page stands is the router's: at its top, or, after going back, where it was left.
    if (wasNavigatedTo()) heading.current?.focus({ preventScroll: true });
  }, []);
  const parts = [title, ...(context === undefined ? [] : [context]), da.common.product];
  return (
    <>
      <title>{`${faults > 0 ? da.common.errorPrefix : ''}${parts.join(' – ')}`}</title>
      {breadcrumb === undefined ? null : (
        <nav className="breadcrumb" aria-label={da.nav.breadcrumb}>
          {breadcrumb}
        </nav>
      )}
      <div className="page-head">
        <div className="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {status === undefined ? null : <div className="page-status">{status}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}
