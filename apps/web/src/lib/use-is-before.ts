import { useEffect, useState } from 'react';

/** Whether a moment (an instant in UTC) is still to come; null never is. What is shown by it goes when the moment has come. */
export function useIsBefore(moment: string | null): boolean {
  const [now, setNow] = useState(Date.now);
  const at = moment === null ? null : Date.parse(moment);
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  }, [at]);
  return at !== null && at > now;
}
