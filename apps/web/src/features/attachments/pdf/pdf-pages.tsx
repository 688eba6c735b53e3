import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OpenPdf } from './engine.js';
import { PdfPage } from './pdf-page.js';
import { usePagesInView } from './use-pages-in-view.js';

/** The words of all pages of documents up to this long stand on the page, to be found by the browser and read aloud. */
const ALL_WORDS = 40;

interface PdfPagesProps {
  readonly pdf: OpenPdf;
  /** The page to begin with. */
  readonly first: number;
  /** Told which page is read, also to begin with. */
  readonly onPage: (page: number) => void;
}

/** The pages of a PDF below each other, as wide as the column; those that are read are drawn, and those around them. */
export function PdfPages({ pdf, first, onPage }: PdfPagesProps) {
  const { document, sizes } = pdf;
  const list = useRef<HTMLDivElement>(null);
  const begin = Math.min(first, sizes.length);
  const width = useWidth(list);
  // The picture of the page one begins with comes first.
  const [isDrawn, setIsDrawn] = useState(false);
  const { current, drawn } = usePagesInView(list, begin);
  useLayoutEffect(() => {
    if (begin > 1) list.current?.children[begin - 1]?.scrollIntoView({ block: 'start' });
  }, [begin]);
  useEffect(() => onPage(current), [onPage, current]);
  return (
    <div ref={list} className="pdf-pages">
      {sizes.map((size, index) => (
        <PdfPage
          key={index}
          {...{ document, width }}
          number={index + 1}
          expected={size}
          isDrawn={drawn.includes(index + 1)}
          hasWords={isDrawn && sizes.length <= ALL_WORDS}
          onDrawn={() => setIsDrawn(true)}
        />
      ))}
    </div>
  );
}

/** How wide an element is, in whole CSS pixels; 0 before it is known. */
function useWidth(ref: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
