import { useEffect, useRef, useState } from 'react';

/** The way from one change to the next: each is an element with `data-change`, which takes the focus. */
export function useChangeWalk(count: number) {
  const list = useRef<HTMLDivElement>(null);
  /** The change one is at; -1 before the first. */
  const [at, setAt] = useState(-1);
  const goTo = (place: number): void => {
    const changes = list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [];
    changes[place]?.focus();
    setAt(place);
  };
  const next = (at + 1) % count;
  const goNext = (): void => goTo(next);
  const goBack = (): void => goTo(at <= 0 ? count - 1 : at - 1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isGo = event.altKey && !event.ctrlKey && !event.metaKey && !event.getModifierState('AltGraph');
      if (!isGo || !['PageDown', 'PageUp'].includes(event.key)) return;
      event.preventDefault();
      if (event.key === 'PageDown') goNext();
      else goBack();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return { list, next, goNext, goBack };
}
