import { useEffect, useState } from 'react';
import type { AttachmentFileView, AttachmentView } from '../../../../../libs/contracts/attachments.js';
import { LoadProblem, Panel } from '../../components/ui/problem-panel.js';
import { fileAddress } from '../../features/attachments/api/attachments.js';
import { PdfPages } from '../../features/attachments/pdf/pdf-pages.js';
import { usePdf } from '../../features/attachments/pdf/use-pdf.js';
import { noFile } from '../../texts/bilag.js';
import { readingBilag as text } from '../../texts/reading-bilag.js';

interface BilagContentProps {
  readonly bilag: AttachmentView;
  /** The page to begin with. */
  readonly first: number;
  readonly onPage: (page: number) => void;
  readonly onPages: (pages: number) => void;
}

/** Whether a file is shown here, and by browsers; all others are downloaded. */
export const isShown = ({ kind }: AttachmentFileView): boolean => ['pdf', 'png', 'jpg'].includes(kind);

/** What a bilag holds, as far as it can be shown. */
export function BilagContent({ bilag, ...paged }: BilagContentProps) {
  const { file } = bilag;
  if (file === null) return <p className="meta">{noFile}</p>;
  if (file.kind === 'pdf') return <Pdf key={file.number} {...{ bilag, file }} {...paged} />;
  if (isShown(file)) return <Picture {...{ bilag, file }} />;
  return <Instead {...{ bilag, file }} why={text.notShown} />;
}

interface WithFile {
  readonly bilag: AttachmentView;
  readonly file: AttachmentFileView;
}

function Pdf({ bilag, file, first, onPage, onPages }: BilagContentProps & WithFile) {
  const { state, retry } = usePdf(bilag.id, file);
  const pages = state.is === 'open' ? state.pdf.sizes.length : null;
  useEffect(() => {
    if (pages !== null) onPages(pages);
  }, [pages, onPages]);
  if (state.is === 'lost') return <LoadProblem what={text.these} error={state.error} onRetry={retry} />;
  if (state.is === 'unreadable') return <Instead {...{ bilag, file }} why={text.fault[state.why]} />;
  if (state.is === 'open') return <PdfPages {...{ first, onPage }} pdf={state.pdf} />;
  return <Coming percent={state.percent} />;
}

/** As large as the first page will be, so that nothing below it moves. */
function Coming({ percent }: { readonly percent: number }) {
  const words = percent === 100 ? text.opening : text.coming(percent);
  return (
    <div className="bilag-coming" aria-busy="true">
      <p>{words}</p>
      <progress max={100} value={percent} aria-label={words} />
    </div>
  );
}

function Picture({ bilag, file }: WithFile) {
  const [isLost, setIsLost] = useState(false);
  if (isLost) return <Instead {...{ bilag, file }} why={text.fault.picture} />;
  return (
    <img
      className="bilag-picture"
      src={fileAddress(bilag.id)}
      alt={text.picture(bilag.title)}
      onError={() => setIsLost(true)}
    />
  );
}

/** Why the file is not shown, and where it is had. */
function Instead({ bilag, file, why }: WithFile & { readonly why: string }) {
  return (
    <Panel tone="info">
      <p>{why}</p>
      <p>
        {file.fileName}:{' '}
        <a href={fileAddress(bilag.id)} download={file.fileName}>
          {text.downloadFile}
        </a>
      </p>
    </Panel>
  );
}
