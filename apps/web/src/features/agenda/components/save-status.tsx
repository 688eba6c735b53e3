import { SaveStatus as Status } from '../../../components/ui/save-status.js';
import { useStore } from '../../../lib/store.js';
import { useWork } from '../work.js';

/** How what was typed and done on the agenda stands. */
export function SaveStatus() {
  const { editor } = useWork();
  const unsaved = useStore(editor.saver.unsaved);
  const busy = useStore(editor.busy) > 0;
  const lastSaved = useStore(editor.saver.lastSaved);
  const restored = useStore(editor.saver.restored);
  return <Status {...{ restored, lastSaved, busy }} unsaved={[...unsaved.values()]} />;
}
