import { Outlet } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { ErrorBoundary } from './error-boundary.js';
import { Header } from './header.js';
import { OfflineStrip } from './offline-strip.js';
import { SessionExpired } from './session-expired.js';
import { ShortcutsHelp } from './shortcuts-help.js';
import { UndoBar } from './undo-bar.js';
import { usePageKeys } from './use-page-keys.js';
import { usePath } from './use-path.js';
import { ViewAsStrip } from './view-as-strip.js';
import { da } from '../../texts/da.js';

/** Moves the focus only: the address stays that of the page. */
function toContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** What surrounds every page of somebody who is signed in. */
export function Frame() {
  const pathname = usePath();
  usePageKeys();
  return (
    <>
      <a className="skip-link" href="#content" onClick={toContent}>
        {da.common.skip}
      </a>
      <Header />
      <OfflineStrip />
      <ViewAsStrip />
      <main id="content" tabIndex={-1}>
        <SessionExpired />
        <ErrorBoundary path={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <UndoBar />
      <ShortcutsHelp />
    </>
  );
}
