import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { MouseEvent } from 'react';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { AttachmentView } from '../../../../../libs/contracts/attachments.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Chip } from '../../components/ui/chip.js';
import { Icon } from '../../components/ui/icon.js';
import { Page } from '../../components/ui/page.js';
import { fileAddress, shownAddress } from '../../features/attachments/api/attachments.js';
import { fileInWords } from '../../features/attachments/file-facts.js';
import { dateInText } from '../../lib/formats.js';
import { confidential, noFile, numberedBilag } from '../../texts/bilag.js';
import { da } from '../../texts/da.js';
import { readingBilag as text } from '../../texts/reading-bilag.js';
import { BilagContent, isShown } from './bilag-content.js';
import { BilagNeighbours } from './bilag-neighbours.js';
import { useLeavingBilag } from './left-bilag.js';
import { nameOfPoint } from './order.js';
import { useBilagPage } from './use-bilag-page.js';
import '../../styles/reading.css';
import '../../styles/reading-bilag.css';

interface BilagFrameProps {
  readonly meeting: MeetingView;
  readonly point: AgendaPointView;
  /** All bilag that are read at the point, in their order. */
  readonly items: readonly AttachmentView[];
  readonly attachmentId: string;
}

/** A bilag, with the way back to its point and on to the bilag around it. */
export function BilagFrame({ meeting, point, items, attachmentId }: BilagFrameProps) {
  const at = items.findIndex(({ id }) => id === attachmentId);
  const bilag = items[at];
  const [pages, setPages] = useState<number | null>(null);
  const { first, page, onPage } = useBilagPage({
    ...{ meetingId: meeting.id, pointId: point.id, attachmentId },
    isPaged: bilag?.file?.kind === 'pdf',
  });
  const fromPoint = useLocation({ select: ({ state }) => state.fromPoint === true });
  useLeavingBilag({ attachmentId, fromPoint });
  if (bilag === undefined) return null;
  const isClosed = bilag.effectiveVisibility === 'closed';
  return (
    <div className="reading reading-bilag">
      <div className="reading-bar bilag-bar">
        <Back {...{ point, fromPoint }} />
        <p role="status" className="bilag-page">
          {pages === null ? '' : text.page(Math.min(page, pages), pages)}
        </p>
      </div>
      <div className={isClosed ? 'bilag-read is-closed' : 'bilag-read'}>
        {point.effectiveVisibility === 'closed' ? (
          <p className="closed-banner">{da.meetings.meeting.closedBanner}</p>
        ) : null}
        <Page
          title={`${numberedBilag(bilag.number)}: ${bilag.title}`}
          context={`${nameOfPoint(point)} – ${meeting.bodyName}, ${dateInText(meeting.date)}`}
          status={<Facts {...{ bilag, pages }} />}
          actions={<Ways bilag={bilag} />}
        >
          <p className="meta bilag-of">
            {bilag.pointId === null ? text.toPapers(nameOfPoint(point)) : text.toPoint(nameOfPoint(point))}
          </p>
          <BilagContent {...{ bilag, first, onPage }} onPages={setPages} />
        </Page>
      </div>
      <BilagNeighbours {...{ point, items, at }} />
    </div>
  );
}

interface BackProps {
  readonly point: AgendaPointView;
  readonly fromPoint: boolean;
}

/** To the point, as it stood where one came from it; the address of the point where one came from elsewhere. */
function Back({ point, fromPoint }: BackProps) {
  const { history } = useRouter();
  const goBack = (event: MouseEvent): void => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!fromPoint || !isPlain) return;
    event.preventDefault();
    history.back();
  };
  return (
    <Link
      className="button"
      to="/meetings/$meetingId/read/$pointId"
      params={{ meetingId: point.meetingId, pointId: point.id }}
      onClick={goBack}
    >
      <Icon name="chevronLeft" />
      {text.back}
    </Link>
  );
}

interface FactsProps {
  readonly bilag: AttachmentView;
  readonly pages: number | null;
}

function Facts({ bilag: { file, effectiveVisibility }, pages }: FactsProps) {
  return (
    <>
      {effectiveVisibility === 'closed' ? (
        <Chip tone="closed" icon="lock" outlined>
          {confidential}
        </Chip>
      ) : null}
      <span className="meta">
        {[file === null ? noFile : fileInWords(file), ...(pages === null ? [] : [text.pages(pages)])].join(
          ' · ',
        )}
      </span>
    </>
  );
}

/** The file itself: beside this page, or on one's own machine. */
function Ways({ bilag: { id, file } }: { readonly bilag: AttachmentView }) {
  if (file === null) return null;
  return (
    <>
      {isShown(file) ? (
        <a className="button" href={shownAddress(id)} target="_blank" rel="noreferrer">
          {text.open}
        </a>
      ) : null}
      <a className="button" href={fileAddress(id)} download={file.fileName}>
        {text.download}
      </a>
    </>
  );
}
