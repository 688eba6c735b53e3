import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { MinutesView } from '../../../../../libs/contracts/minutes.js';
import type { AgendaView } from '../../../../../libs/contracts/sending.js';
import { CLOSED_POINT_TITLE } from '../../../../../libs/domain/agenda/index.js';
import { Loaded } from '../../components/ui/loaded.js';
import { RichText } from '../../components/ui/rich-text.js';
import { dueInWords } from '../../features/follow-ups/due-text.js';
import { printedAgendaQuery } from '../../features/meetings/api/meetings.js';
import { printedMinutesQuery } from '../../features/minutes/api/minutes.js';
import { ReadDecision } from '../../features/minutes/components/read-decision.js';
import { pointsOf } from '../../features/minutes/points.js';
import type { MinutesPoint } from '../../features/minutes/points.js';
import { dateInText, momentInText, todayInDenmark } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { print } from '../../texts/print.js';
import { meetingFacts } from '../print/meeting-facts.js';
import { PrintPage, PrintedFacts, PrintedPart, PrintedPoint } from '../print/print-page.js';
import { Printable } from '../print/printable.js';
import type { PrintSearch } from '../print/print-search.js';

const route = getRouteApi('/printed/print/meetings/$meetingId/minutes');

export default function PrintMinutesPage() {
  const { meetingId } = route.useParams();
  const { part } = route.useSearch();
  return (
    <Printable meetingId={meetingId}>{(meeting) => <PrintedMinutes {...{ meeting, part }} />}</Printable>
  );
}

interface PrintedMinutesProps {
  readonly meeting: MeetingView;
  readonly part: PrintSearch['part'];
}

/** How far minutes have come, where that is to be said. */
const MARKS = { draft: print.draft, 'in-review': print.inReview, approved: null, published: null };

function PrintedMinutes({ meeting, part }: PrintedMinutesProps) {
  const audience = part === 'open' ? 'open' : 'all';
  const minutes = useQuery(printedMinutesQuery(meeting.id, audience));
  const agenda = useQuery(printedAgendaQuery(meeting.id, audience));
  const name = `${meeting.bodyName}, ${dateInText(meeting.date)}`;
  const mark = minutes.data ? MARKS[minutes.data.state] : null;
  return (
    <PrintPage
      {...{ meeting, part }}
      to="/print/meetings/$meetingId/minutes"
      title={print.minutesOf(name)}
      line={print.minutesLine(name, mark)}
    >
      {mark === null ? null : <p className="print-remark">{mark}</p>}
      <Loaded what={da.minutes.these} query={minutes}>
        {(loaded) =>
          loaded === null ? (
            <p>{da.minutes.none}</p>
          ) : (
            <Loaded what={da.meetings.meeting.theAgenda} query={agenda}>
              {(followed) => <MinutesParts minutes={loaded} agenda={followed} part={part} />}
            </Loaded>
          )
        }
      </Loaded>
    </PrintPage>
  );
}

interface MinutesPartsProps {
  readonly minutes: MinutesView;
  readonly agenda: AgendaView;
  readonly part: PrintSearch['part'];
}

function MinutesParts({ minutes, agenda, part }: MinutesPartsProps) {
  const points = pointsOf(minutes, agenda);
  const first = points.filter((point) => (part === 'closed' ? point.isClosed : point.part === 'main'));
  const second = part === 'closed' ? [] : points.filter((point) => point.part === 'closed');
  const isAllClosed = part === 'closed' || agenda.body.visibility === 'closed';
  return (
    <>
      <PrintedFacts facts={meetingFacts(agenda)} />
      <PrintedPart title={isAllClosed ? print.closedMinutes : print.points} isClosed={isAllClosed}>
        {first.length === 0 ? <p>{part === 'closed' ? print.noClosed : print.noPoints}</p> : null}
        <Decided points={first} minutes={minutes} saysClosed={!isAllClosed} />
      </PrintedPart>
      {second.length === 0 ? null : (
        <PrintedPart title={print.closedMinutes} isClosed>
          <Decided points={second} minutes={minutes} saysClosed={false} />
        </PrintedPart>
      )}
      {part === 'closed' ? null : <Loose minutes={minutes} points={points} />}
    </>
  );
}

interface DecidedProps {
  readonly points: readonly MinutesPoint[];
  readonly minutes: MinutesView;
  readonly saysClosed: boolean;
}

function Decided({ points, minutes, saysClosed }: DecidedProps) {
  const followUps = new Map(minutes.points.map((point) => [point.pointId, point.followUps]));
  return points.map((point) => (
    <PrintedPoint
      key={point.id}
      heading={point.heading}
      time=""
      isSub={point.isSub}
      closedWords={
        saysClosed && point.isClosed && !point.heading.endsWith(CLOSED_POINT_TITLE) ? print.closedPoint : null
      }
      isWithdrawn={point.withdrawn}
      remark={null}
    >
      <ReadDecision point={point} />
      <FollowUps followUps={followUps.get(point.id) ?? []} />
    </PrintedPoint>
  ));
}

/** What was agreed; what was only read from the text and not confirmed is nobody's yet. */
function FollowUps({ followUps }: { readonly followUps: readonly FollowUpView[] }) {
  const today = todayInDenmark();
  const agreed = followUps.filter(({ stage }) => stage !== 'suggested');
  if (agreed.length === 0) return null;
  return (
    <>
      <p className="print-label">{da.minutes.followUps.title}</p>
      <ul>
        {agreed.map((followUp) => (
          <li key={followUp.id}>{print.followUp(whatOf(followUp), dueInWords(followUp.due, today))}</li>
        ))}
      </ul>
    </>
  );
}

function whatOf({ responsible, action }: FollowUpView): string {
  return responsible === null || action.startsWith(responsible) ? action : `${responsible}: ${action}`;
}

/** What hangs on no point, and what was corrected after the minutes were approved. */
function Loose({
  minutes,
  points,
}: {
  readonly minutes: MinutesView;
  readonly points: readonly MinutesPoint[];
}) {
  const { followUps, corrections } = minutes;
  return (
    <>
      {followUps.some(({ stage }) => stage !== 'suggested') ? (
        <PrintedPart title={da.minutes.followUps.ofMeeting} isClosed={false}>
          <FollowUps followUps={followUps} />
        </PrintedPart>
      ) : null}
      {corrections.length === 0 ? null : (
        <PrintedPart title={da.minutes.corrections.title} isClosed={false}>
          {corrections.map(({ id, by, at, pointId, text }) => (
            <div key={id}>
              <p className="print-label">
                {da.minutes.corrections.by(by, momentInText(at))}
                {pointId === null ? '' : ` · ${points.find((point) => point.id === pointId)?.heading ?? ''}`}
              </p>
              <RichText blocks={text} />
            </div>
          ))}
        </PrintedPart>
      )}
    </>
  );
}
