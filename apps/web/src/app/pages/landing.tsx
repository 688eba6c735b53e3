import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { localPath } from '../../lib/search-params.js';
import { useSession } from '../session/session.js';

/** Leads to where this person begins. */
export function LandingPage() {
  const { landing } = useSession();
  const { history } = useRouter();
  useEffect(() => history.replace(localPath(landing) ?? '/overview'), [history, landing]);
  return null;
}
