import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { AgendaEntry, AgendaView } from '../../../../../libs/contracts/sending.js';
import { CLOSED_POINT_TITLE } from '../../../../../libs/domain/agenda/index.js';
import { Loaded } from '../../components/ui/loaded.js';
import { RichText } from '../../components/ui/rich-text.js';
import { printedAgendaQuery } from '../../features/meetings/api/meetings.js';
import { PointFacts, timeOf } from '../../features/meetings/components/agenda.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { print } from '../../texts/print.js';
import { meetingFacts } from '../print/meeting-facts.js';
import { PrintPage, PrintedFacts, PrintedPart, PrintedPoint } from '../print/print-page.js';
import { Printable } from '../print/printable.js';
import type { PrintSearch } from '../print/print-search.js';

const route = getRouteApi('/printed/print/meetings/$meetingId/agenda');

export default function PrintAgendaPage() {
  const { meetingId } = route.useParams();
  const { part } = route.useSearch();
  return <Printable meetingId={meetingId}>{(meeting) => <PrintedAgenda {...{ meeting, part }} />}</Printable>;
}

interface PrintedAgendaProps {
  readonly meeting: MeetingView;
  readonly part: PrintSearch['part'];
}

function PrintedAgenda({ meeting, part }: PrintedAgendaProps) {
  const agenda = useQuery(printedAgendaQuery(meeting.id, part === 'open' ? 'open' : 'all'));
  const name = `${meeting.bodyName}, ${dateInText(meeting.date)}`;
  const isDraft = meeting.state === 'planned' || meeting.state === 'drafting';
  return (
    <PrintPage
      {...{ meeting, part }}
      to="/print/meetings/$meetingId/agenda"
      title={print.agendaOf(name)}
      line={print.agendaLine(name, isDraft ? print.draft : null)}
    >
      <Loaded what={da.meetings.meeting.theAgenda} query={agenda}>
        {(loaded) => <AgendaParts agenda={loaded} part={part} isDraft={isDraft} />}
      </Loaded>
    </PrintPage>
  );
}

interface AgendaPartsProps {
  readonly agenda: AgendaView;
  readonly part: PrintSearch['part'];
  readonly isDraft: boolean;
}

function AgendaParts({ agenda, part, isDraft }: AgendaPartsProps) {
  const { points, body } = agenda;
  const isClosed = ({ effectiveVisibility }: AgendaEntry): boolean => effectiveVisibility === 'closed';
  const first = points.filter((point) => (part === 'closed' ? isClosed(point) : point.part === 'main'));
  const second = part === 'closed' ? [] : points.filter((point) => point.part === 'closed');
  const isAllClosed = part === 'closed' || body.visibility === 'closed';
  return (
    <>
      {isDraft ? <p className="print-remark">{print.draft}</p> : null}
      <PrintedFacts facts={meetingFacts(agenda)} />
      <PrintedPart title={isAllClosed ? print.closedAgenda : print.points} isClosed={isAllClosed}>
        {first.length === 0 ? <p>{part === 'closed' ? print.noClosed : print.noPoints}</p> : null}
        <Entries points={first} all={points} saysClosed={!isAllClosed} />
      </PrintedPart>
      {second.length === 0 ? null : (
        <PrintedPart title={print.closedAgenda} isClosed>
          <Entries points={second} all={points} saysClosed={false} />
        </PrintedPart>
      )}
    </>
  );
}

interface EntriesProps {
  readonly points: readonly AgendaEntry[];
  readonly all: readonly AgendaEntry[];
  readonly saysClosed: boolean;
}

function Entries({ points, all, saysClosed }: EntriesProps) {
  const parents = new Set(all.map(({ parentId }) => parentId));
  return points.map((point) => {
    const { id, number, title, parentId, withdrawn, late, lateReason, effectiveVisibility } = point;
    const isNamed = title === CLOSED_POINT_TITLE;
    const why = lateReason === null ? da.meetings.meeting.late : print.lateBecause(lateReason);
    return (
      <PrintedPoint
        key={id}
        heading={number === null ? title : `${number}. ${title}`}
        time={timeOf(point, parents.has(id))}
        isSub={parentId !== null}
        closedWords={saysClosed && effectiveVisibility === 'closed' && !isNamed ? print.closedPoint : null}
        isWithdrawn={withdrawn}
        remark={late ? why : null}
      >
        {withdrawn ? null : <EntryText point={point} />}
      </PrintedPoint>
    );
  });
}

function EntryText({ point }: { readonly point: AgendaEntry }) {
  const { purpose, attachments, effectiveVisibility } = point;
  return (
    <>
      {purpose.length === 0 ? null : <RichText blocks={purpose} />}
      <PointFacts point={point} />
      {attachments.length === 0 ? null : (
        <ul className="print-bilag" aria-label={print.attachments}>
          {attachments.map(({ id, number, title, visibility }) => (
            <li key={id}>
              {print.attachment(number)}:{' '}
              {visibility === 'closed' && effectiveVisibility === 'open' ? print.confidential(title) : title}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
