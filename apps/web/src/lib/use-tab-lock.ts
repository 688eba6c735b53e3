import { useEffect, useState } from 'react';

/**
 * Lets one tab of a browser at a time write in something: the first that opens it, or the last that took it over. Two tabs
 * of one person would else overwrite each other's drafts on the device.
 */
export function useTabLock(name: string): { readonly isMine: boolean; readonly takeOver: () => void } {
  const [isMine, setIsMine] = useState(true);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    // Browsers give locks on safe origins only; without them tabs cannot know of each other.
    if (!('locks' in navigator)) return;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isOver = false;
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      if (isOver) return undefined;
      setIsMine(lock !== null);
      return lock === null ? undefined : held;
    };
    const options = turn === 0 ? { ifAvailable: true } : { steal: true };
    navigator.locks.request(`dagsorden.${name}`, options, hold).catch(() => {
      // Another tab has taken it over.
      if (!isOver) setIsMine(false);
    });
    return () => {
      isOver = true;
      release();
    };
  }, [name, turn]);
  return { isMine, takeOver: () => setTurn((now) => now + 1) };
}
