import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { dialogNotices } from '../../components/ui/dialog-notices.js';
import { Panel } from '../../components/ui/problem-panel.js';
import { announce } from '../../lib/announcements.js';
import { credentials } from '../../lib/api/credentials.js';
import { useStore } from '../../lib/store.js';
import { da } from '../../texts/da.js';
import { sessionQuery } from '../session/session.js';
import { SIGNED_IN_CHANNEL, signInAddress } from '../session/sign-in.js';

/**
 * Stands on the page when the session has ended. Signing in happens in another tab, so that nothing typed here is lost;
 * when that is done this page goes on by itself. Where a dialog covers the page it stands in the dialog.
 */
export function SessionExpired() {
  const { expired } = useStore(credentials);
  const { state, check } = useReturn(expired);
  const dialog = useStore(dialogNotices);
  if (!expired) return null;
  const panel = (
    <Panel tone="warn" alert>
      <h2>{da.session.expiredTitle}</h2>
      <p>{state === 'other' ? da.session.otherPerson : da.session.expiredText}</p>
      {state === 'other' ? (
        <a className="button button-primary" href="/">
          {da.session.reload}
        </a>
      ) : (
        <a
          className="button button-primary"
          href={signInAddress('/signed-in')}
          target="_blank"
          rel="opener"
          onBlur={check}
        >
          {da.session.expiredButton}
        </a>
      )}
    </Panel>
  );
  return dialog === null ? panel : createPortal(panel, dialog);
}

/** Looks whether the same person is back: when the other tab says so, and when this one is looked at again. */
function useReturn(expired: boolean): { state: 'away' | 'other'; check: () => void } {
  const client = useQueryClient();
  const [state, setState] = useState<'away' | 'other'>('away');
  const check = (): void => {
    const before = client.getQueryData(sessionQuery.queryKey)?.person.id;
    void client.query({ ...sessionQuery, staleTime: 0, retry: false }).then(
      (session) => {
        if (before !== undefined && session.person.id !== before) {
          credentials.set({ csrfToken: null, expired: true });
          setState('other');
          return;
        }
        announce(da.session.backAgain);
        void client.invalidateQueries();
      },
      () => setState('away'),
    );
  };
  useEffect(() => {
    if (!expired) return;
    const channel = new BroadcastChannel(SIGNED_IN_CHANNEL);
    channel.onmessage = check;
    window.addEventListener('focus', check);
    return () => {
      channel.close();
      window.removeEventListener('focus', check);
    };
  });
  return { state, check };
}
