import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readingBilag as text } from '../../../texts/reading-bilag.js';
import { pdfLibrary, sizeOf } from './engine.js';
import type { PageSize } from './engine.js';
import { canvasSize } from './pages-in-view.js';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly expected: PageSize;
  /** How wide it is shown, in CSS pixels. */
  readonly width: number;
  readonly isDrawn: boolean;
  /** Its words are wanted, though it is not drawn: to be found, and read aloud. */
  readonly hasWords: boolean;
  readonly onDrawn: () => void;
}

/** One page of a PDF: its picture while it is near, and over it its words, which are selected and read aloud. */
export function PdfPage({ document, number, expected, width, isDrawn, hasWords, onDrawn }: PdfPageProps) {
  const [size, setSize] = useState(expected);
  const [isLost, setIsLost] = useState(false);
  const words = useRef<HTMLDivElement>(null);
  const isEmpty = useWords(document, number, isDrawn || hasWords, words);
  useEffect(() => {
    // Only the first pages of a long document were measured.
    if (isDrawn) sizeOf(document, number).then(setSize, () => setIsLost(true));
  }, [document, number, isDrawn]);
  const scale = width / size.width;
  // Read by the style sheet, which sets the words as large as the picture.
  useLayoutEffect(() => words.current?.style.setProperty('--total-scale-factor', String(scale)), [scale]);
  return (
    <div
      role="group"
      aria-label={text.page(number, document.numPages)}
      data-page={number}
      className="pdf-page"
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    >
      {isDrawn && width > 0 ? (
        <Picture
          key={`${width} ${size.width} ${size.height}`}
          {...{ document, number, scale, size, onDrawn }}
          onLost={() => setIsLost(true)}
        />
      ) : null}
      <div ref={words} className="pdf-words" />
      {isLost ? <p className="pdf-lost">{text.pageFailed}</p> : null}
      {isEmpty ? <p className="visually-hidden">{text.noWords}</p> : null}
    </div>
  );
}

interface PictureProps extends Pick<PdfPageProps, 'document' | 'number' | 'onDrawn'> {
  readonly size: PageSize;
  readonly scale: number;
  readonly onLost: () => void;
}

/** The page as it looks. What it takes of the memory is given back with it. */
function Picture({ document, number, size, scale, onDrawn, onLost }: PictureProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const tell = useRef({ onDrawn, onLost });
  useEffect(() => {
    const canvas = ref.current;
    if (canvas === null) return;
    const pixels = canvasSize(size.width * scale, size.height * scale, devicePixelRatio);
    let stop: (() => void) | null = null;
    let isGone = false;
    const draw = async (): Promise<void> => {
      const page = await document.getPage(number);
      if (isGone) return;
      Object.assign(canvas, pixels);
      const task = page.render({ canvas, viewport: page.getViewport({ scale: pixels.width / size.width }) });
      stop = () => task.cancel();
      await task.promise;
      canvas.dataset.drawn = '';
      tell.current.onDrawn();
    };
    draw().catch(() => {
      if (!isGone) tell.current.onLost();
    });
    return () => {
      isGone = true;
      stop?.();
      Object.assign(canvas, { width: 0, height: 0 });
    };
  }, [document, number, size, scale]);
  return <canvas ref={ref} aria-hidden="true" />;
}

/** Puts the words of a page where they stand, once they are wanted; they stay from then on. Answers whether it has none. */
function useWords(
  document: PDFDocumentProxy,
  number: number,
  areWanted: boolean,
  into: { readonly current: HTMLElement | null },
): boolean {
  const [isEmpty, setIsEmpty] = useState(false);
  const [areThere, setAreThere] = useState(false);
  const isWaiting = areWanted && !areThere;
  useEffect(() => {
    const container = into.current;
    if (!isWaiting || container === null) return;
    let isGone = false;
    const write = async (): Promise<void> => {
      const [{ TextLayer }, page] = await Promise.all([pdfLibrary(), document.getPage(number)]);
      const content = await page.getTextContent();
      if (isGone) return;
      container.replaceChildren();
      const viewport = page.getViewport({ scale: 1 });
      await new TextLayer({ textContentSource: content, container, viewport }).render();
      setIsEmpty(container.textContent.trim() === '');
      setAreThere(true);
    };
    // A page whose words cannot be read is a picture.
    write().catch(() => setIsEmpty(true));
    return () => {
      isGone = true;
    };
  }, [document, number, isWaiting, into]);
  return isEmpty;
}
