import { useCallback, useEffect, useState } from 'react';
import type { AttachmentFileView } from '../../../../../../libs/contracts/attachments.js';
import { fetchBytes } from '../api/file-bytes.js';
import { openPdf, pdfLibrary } from './engine.js';
import type { OpenPdf, PdfFault } from './engine.js';

export type PdfState =
  | { readonly is: 'coming'; readonly percent: number }
  | { readonly is: 'open'; readonly pdf: OpenPdf }
  | { readonly is: 'unreadable'; readonly why: PdfFault }
  | { readonly is: 'lost'; readonly error: unknown };

const COMING: PdfState = { is: 'coming', percent: 0 };

/** The PDF of a bilag, fetched whole and opened; closed when nobody looks at it any more. */
export function usePdf(attachmentId: string, { size, number }: AttachmentFileView) {
  const [state, setState] = useState<PdfState>(COMING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    let opened: OpenPdf | null = null;
    const show = (next: PdfState): void => {
      if (!leaving.signal.aborted) setState(next);
    };
    const open = async (): Promise<void> => {
      // The library comes while the file does.
      pdfLibrary().catch(() => undefined);
      let told = 0;
      const bytes = await fetchBytes(
        attachmentId,
        size,
        (come) => {
          const percent = Math.floor((100 * come) / size);
          if (percent > told) show({ is: 'coming', percent: (told = percent) });
        },
        leaving.signal,
      );
      const pdf = await openPdf(bytes);
      if (typeof pdf === 'string') show({ is: 'unreadable', why: pdf });
      else if (leaving.signal.aborted) pdf.close();
      else show({ is: 'open', pdf: (opened = pdf) });
    };
    setState(COMING);
    open().catch((error: unknown) => show({ is: 'lost', error }));
    return () => {
      leaving.abort();
      opened?.close();
    };
    // A new version of the file is another file.
  }, [attachmentId, size, number, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { state, retry };
}
