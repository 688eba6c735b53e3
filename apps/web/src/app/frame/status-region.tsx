import { announcement } from '../../lib/announcements.js';
import { useStore } from '../../lib/store.js';

/** The one place that says what happened, read aloud and not seen: what is seen stands where it happened. */
export function StatusRegion() {
  return (
    <div role="status" className="visually-hidden">
      {useStore(announcement)}
    </div>
  );
}
