import { Suspense, lazy } from 'react';
import { useStore } from '../../lib/store.js';
import { helpIsOpen } from './help.js';

const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.js'));

/** The list of shortcuts; it is fetched when somebody asks for it. */
export function ShortcutsHelp() {
  if (!useStore(helpIsOpen)) return null;
  return (
    <Suspense>
      <ShortcutsDialog onClose={() => helpIsOpen.set(false)} />
    </Suspense>
  );
}
