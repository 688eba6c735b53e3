import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { pagesInView } from './pages-in-view.js';
import type { PagesInView } from './pages-in-view.js';

/** Which of the pages below each other in an element are read and drawn, as they are scrolled past; `first` to begin with. */
export function usePagesInView(list: RefObject<HTMLElement | null>, first: number): PagesInView {
  const [shown, setShown] = useState<PagesInView>({ current: first, drawn: [first] });
  useEffect(() => {
    let asked = 0;
    const look = (): void => {
      asked = 0;
      if (list.current === null || list.current.children.length === 0) return;
      const next = inView(list.current);
      setShown((before) => (isSame(before, next) ? before : next));
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    ask();
    addEventListener('scroll', ask, { passive: true });
    addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener('scroll', ask);
      removeEventListener('resize', ask);
    };
  }, [list]);
  return shown;
}

function inView(list: HTMLElement): PagesInView {
  const pages = [...list.children].map((page) => page.getBoundingClientRect());
  const { scrollHeight } = document.documentElement;
  const atEnd = window.scrollY > 0 && window.scrollY + innerHeight >= scrollHeight - 1;
  return pagesInView(pages, { top: 0, bottom: innerHeight }, atEnd);
}

const isSame = (a: PagesInView, b: PagesInView): boolean =>
  a.current === b.current && a.drawn.join() === b.drawn.join();
