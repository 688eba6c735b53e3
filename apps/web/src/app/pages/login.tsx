import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Page } from '../../components/ui/page.js';
import { Panel } from '../../components/ui/problem-panel.js';
import { da } from '../../texts/da.js';
import { useMaybeSession } from '../session/session.js';
import { signInAddress } from '../session/sign-in.js';

const route = getRouteApi('/login');

/** Explains what signing in is, with the one button that begins it. */
export default function LoginPage() {
  const { returnTo, failed, signedOut } = route.useSearch();
  const { data: session } = useMaybeSession();
  const { history } = useRouter();
  const isSignedIn = session !== undefined;
  useEffect(() => {
    if (isSignedIn) history.replace(returnTo ?? '/');
  }, [history, isSignedIn, returnTo]);
  return (
    <main id="content" className="narrow" tabIndex={-1}>
      <p className="product">{da.common.product}</p>
      <Page title={da.session.title}>
        {failed === undefined ? null : (
          <Panel tone="err" alert>
            <p>{da.session.failed}</p>
          </Panel>
        )}
        {signedOut === undefined ? null : <p role="status">{da.session.signedOut}</p>}
        <p>{da.session.intro}</p>
        <p>{da.session.how}</p>
        {returnTo === undefined ? null : <p>{da.session.then}</p>}
        <p>
          <a className="button button-primary" href={signInAddress(returnTo ?? '/')}>
            {da.session.button}
          </a>
        </p>
      </Page>
    </main>
  );
}
