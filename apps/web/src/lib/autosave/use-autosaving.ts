import { useEffect } from 'react';
import { credentials } from '../api/credentials.js';
import type { Autosave } from './autosave.js';

/**
 * Lets what is typed on a page save itself for as long as the page stands: drafts of an earlier visit are taken up, and what
 * waits is sent when the page is left, when the connection is back, and when somebody has signed in again.
 */
export function useAutosaving<Fields extends object>(saver: Autosave<Fields>): void {
  useEffect(() => {
    saver.takeUp();
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void saver.flush(undefined, true);
    };
    const onBack = (): void => void saver.flush();
    let wasExpired = credentials.get().expired;
    const stopWatching = credentials.subscribe(() => {
      const { expired } = credentials.get();
      if (wasExpired && !expired) onBack();
      wasExpired = expired;
    });
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('online', onBack);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('online', onBack);
      stopWatching();
      void saver.flush();
      saver.stop();
    };
  }, [saver]);
}
