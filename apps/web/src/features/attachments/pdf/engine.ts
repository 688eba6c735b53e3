import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { MOST_PAGES } from './pages-in-view.js';

/** Why a file cannot be drawn. */
export type PdfFault = 'password' | 'damaged' | 'tooLong';

/** A page's size at a scale of 1, in CSS pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly sizes: readonly PageSize[];
  readonly close: () => void;
}

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Sizes of that many pages are asked for before the first is shown; later pages are as the last of them until they are drawn. */
const MEASURED = 50;

/**
 * Fetched with the first PDF that is read, not before. It is the build for browsers of some years' age: tablets are not
 * always given their newest system.
 */
export async function pdfLibrary(): Promise<PdfLibrary> {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  library.GlobalWorkerOptions.workerSrc = workerAddress;
  return library;
}

/** Opens the bytes of a PDF, which are the library's own from then on; answers why, where it cannot be drawn. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | PdfFault> {
  const library = await pdfLibrary();
  // The build puts what it needs beside our other files (tools/build-web.mjs).
  const files = new URL(`/assets/pdfjs-${library.version}/`, location.href).href;
  const task = library.getDocument({
    data: bytes,
    cMapUrl: `${files}cmaps/`,
    standardFontDataUrl: `${files}standard_fonts/`,
    wasmUrl: `${files}wasm/`,
    // The security policy of the page lets neither of them run.
    useWasm: false,
    isEvalSupported: false,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  const close = (): void => void task.destroy();
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) {
      close();
      return 'tooLong';
    }
    return { document, sizes: await sizesOf(document), close };
  } catch (error) {
    close();
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged';
  }
}

async function sizesOf(document: PDFDocumentProxy): Promise<readonly PageSize[]> {
  const measured = Math.min(document.numPages, MEASURED);
  const sizes = await Promise.all(Array.from({ length: measured }, (_, i) => sizeOf(document, i + 1)));
  const last = sizes.at(-1) ?? { width: 1, height: 1 };
  return Array.from({ length: document.numPages }, (_, i) => sizes[i] ?? last);
}

export async function sizeOf(document: PDFDocumentProxy, number: number): Promise<PageSize> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}
