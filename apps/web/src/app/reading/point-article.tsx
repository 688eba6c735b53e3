import { Link } from '@tanstack/react-router';
import { Suspense, lazy, useMemo } from 'react';
import type { AgendaPointView, AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { RichText } from '../../components/ui/rich-text.js';
import { ReadBilag } from '../../features/attachments/components/read-bilag.js';
import { Course } from '../../features/course/components/course.js';
import { SectionsToRead } from '../../features/indstillinger/components/sections-to-read.js';
import { PointChips, PointFacts, timeOf } from '../../features/meetings/components/agenda.js';
import { SinceRead } from '../../features/reading/components/since-read.js';
import { ReadMark } from '../../features/reading/components/read-mark.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { reading as text } from '../../texts/reading.js';
import { useSession } from '../session/session.js';
import { useReturnToBilag } from './left-bilag.js';
import { nameOfPoint } from './order.js';
import { useOwnReading } from './use-own-reading.js';
import { useReadPoint } from './use-read-point.js';
import type { PointPapers } from './use-read-point.js';

/** For those who follow an indstilling on its way: nobody else fetches it. */
const Decide = lazy(() => import('./decide.js'));
/** The text is there first. */
const BesideText = lazy(() => import('./beside-text.js'));

interface PointArticleProps {
  readonly meeting: MeetingView;
  readonly agenda: AgendaPointsView;
  readonly point: AgendaPointView;
}

/** One point to read: what it is, what is to be decided, its texts and its bilag. */
export function PointArticle({ meeting, agenda, point }: PointArticleProps) {
  const { awaited, papers } = useReadPoint(point);
  const own = useOwnReading(meeting.id);
  const time = timeOf(
    point,
    agenda.points.some(({ parentId }) => parentId === point.id),
  );
  const isClosed = point.effectiveVisibility === 'closed';
  const { purpose } = point;
  const { indstilling } = papers;
  const shown = useMemo(() => ({ purpose, indstilling }), [purpose, indstilling]);
  const hasRead = awaited === undefined && papers.bilag !== null;
  useReturnToBilag(hasRead);
  return (
    <>
      <div className={isClosed ? 'reading-point is-closed' : 'reading-point'}>
        {isClosed && papers.bilag !== null ? (
          <p className="closed-banner">{da.meetings.meeting.closedBanner}</p>
        ) : null}
        <Page
          title={nameOfPoint(point)}
          context={`${meeting.bodyName}, ${dateInText(meeting.date)}`}
          status={
            <>
              {time === '' ? null : <span className="reading-time">{time}</span>}
              <PointChips point={point} />
            </>
          }
        >
          {awaited === undefined ? (
            <>
              <PointText point={point} papers={papers} />
              {own.isOwn && own.data !== undefined && papers.bilag !== null ? (
                <ReadMark
                  meetingId={meeting.id}
                  pointId={point.id}
                  mark={own.data.marks.find(({ pointId }) => pointId === point.id)}
                />
              ) : null}
            </>
          ) : (
            <Loaded<unknown> what={text.thePoint} query={awaited}>
              {() => null}
            </Loaded>
          )}
        </Page>
      </div>
      {own.isOwn && hasRead ? (
        <aside aria-label={text.note.beside} className="reading-beside">
          <Suspense>
            <BesideText meetingId={meeting.id} pointId={point.id} shown={shown} />
          </Suspense>
        </aside>
      ) : null}
    </>
  );
}

interface PointTextProps {
  readonly point: AgendaPointView;
  readonly papers: PointPapers;
}

function PointText({ point, papers }: PointTextProps) {
  const { bilag, indstilling, ofIndstilling } = papers;
  const { viewAs } = useSession();
  // On the agenda it waits for nobody: that it is there, everybody sees.
  const waits = indstilling !== null && !['on-agenda', 'decided'].includes(indstilling.state);
  const judges = viewAs === null && waits && indstilling.sight === 'whole';
  if (bilag === null) return <p>{text.noAccess}</p>;
  return (
    <div className="reading-text">
      {point.withdrawn && point.withdrawnReason !== null ? (
        <p>{text.withdrawnBecause(point.withdrawnReason)}</p>
      ) : null}
      {point.purpose.length === 0 ? null : (
        <div data-section="purpose">
          <RichText blocks={point.purpose} headings="h2" />
        </div>
      )}
      <div className="reading-facts">
        <PointFacts point={point} />
      </div>
      {indstilling === null ? null : (
        <>
          <SinceRead opened={indstilling} earlier={papers.earlier} />
          <SectionsToRead
            indstilling={indstilling}
            afterDecision={
              judges ? (
                <Suspense>
                  <Decide indstilling={indstilling} />
                </Suspense>
              ) : null
            }
          />
          <Link
            className="panel-link"
            to="/indstillinger/$indstillingId"
            params={{ indstillingId: indstilling.id }}
          >
            {text.toIndstilling}
          </Link>
        </>
      )}
      {point.purpose.length === 0 && indstilling === null && bilag.length === 0 ? (
        <p className="meta">{text.nothing}</p>
      ) : null}
      <Papers title={text.bilag} items={bilag} point={point} />
      <Papers title={text.papers} items={ofIndstilling} point={point} />
      <Course owner={{ of: 'agenda-points', id: point.id }} isReading />
    </div>
  );
}

interface PapersProps {
  readonly title: string;
  readonly items: PointPapers['ofIndstilling'];
  readonly point: AgendaPointView;
}

function Papers({ title, items, point }: PapersProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title} className="reading-papers">
      <h2>{title}</h2>
      <ReadBilag items={items} at={{ meetingId: point.meetingId, pointId: point.id }} />
    </section>
  );
}
