import { useEffect, useState } from 'react';
import { announce } from '../../lib/announcements.js';
import { da } from '../../texts/da.js';

/** Says so, under the header, while the device has no network. */
export function OfflineStrip() {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const update = (): void => {
      setOffline(!navigator.onLine);
      announce(navigator.onLine ? da.states.online : da.states.offline);
    };
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return offline ? <p className="strip strip-warn">{da.states.offline}</p> : null;
}
