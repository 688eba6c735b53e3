import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { notePageChange } from '../../components/ui/page-focus.js';
import { localPath } from '../../lib/search-params.js';
import { useSession } from '../session/session.js';

/** Leads to where this person begins; the heading there takes the focus, for nothing was there to read before. */
export function LandingPage() {
  const { landing } = useSession();
  const { history } = useRouter();
  useEffect(() => {
    notePageChange();
    history.replace(localPath(landing) ?? '/overview');
  }, [history, landing]);
  return null;
}
