import { useEffect } from 'react';
import { Page } from '../../components/ui/page.js';
import { da } from '../../texts/da.js';
import { SIGNED_IN_CHANNEL } from '../session/sign-in.js';

/** Where a tab ends that was opened only to sign in again: it tells the others, and may be closed. */
export default function SignedInPage() {
  useEffect(() => {
    const channel = new BroadcastChannel(SIGNED_IN_CHANNEL);
    channel.postMessage('signed-in');
    channel.close();
    window.close();
  }, []);
  return (
    <main id="content" className="narrow" tabIndex={-1}>
      <Page title={da.session.signedInTitle}>
        <p>{da.session.signedInText}</p>
      </Page>
    </main>
  );
}
