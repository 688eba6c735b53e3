import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, getRouteApi } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import { Button } from '../../components/ui/button.js';
import { ChangeMarks } from '../../components/ui/changed-chip.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { Panel, Refusal } from '../../components/ui/problem-panel.js';
import { beginAgenda, workingAgendaQuery } from '../../features/agenda/api/agenda.js';
import { Agenda } from '../../features/meetings/components/agenda.js';
import { useChangeMarks } from '../../features/changes/use-change-marks.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { MeetingStateChip } from '../../features/meetings/components/state-chip.js';
import { agendaQuery, meetingQuery } from '../../features/meetings/api/meetings.js';
import { bodiesQuery } from '../../features/organisation/api/lists.js';
import { statusOf } from '../../lib/api/problem.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { AgendaDesk } from '../agenda/agenda-desk.js';
import { useSession } from '../session/session.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/meetings/$meetingId/agenda');

export default function AgendaEditorPage() {
  const { meetingId } = route.useParams();
  return <AgendaOf key={meetingId} meetingId={meetingId} />;
}

/** The agenda of a meeting, for those who make it; everybody else reads it. */
function AgendaOf({ meetingId }: { readonly meetingId: string }) {
  const meeting = useQuery(meetingQuery(meetingId));
  const bodies = useQuery(bodiesQuery);
  const status = statusOf(meeting.error);
  if (meeting.error !== null && (status === 404 || status === 400)) return <NotFoundPage />;
  const { data } = meeting;
  const body = bodies.data?.find(({ id }) => id === data?.bodyId);
  if (data === undefined || body === undefined) {
    return (
      <Page title={da.agenda.title} context={da.meetings.title}>
        {data === undefined ? (
          <Loaded what={da.agenda.these} query={meeting}>
            {() => null}
          </Loaded>
        ) : (
          <Loaded what={da.agenda.these} query={bodies}>
            {() => null}
          </Loaded>
        )}
      </Page>
    );
  }
  if (data.abilities.run !== true)
    return <Navigate to="/meetings/$meetingId" params={{ meetingId }} replace />;
  return <AgendaPage meeting={data} body={body} />;
}

interface AgendaPageProps {
  readonly meeting: MeetingView;
  readonly body: BodyView;
}

function AgendaPage({ meeting, body }: AgendaPageProps) {
  const { viewAs } = useSession();
  const agenda = useQuery(workingAgendaQuery(meeting.id));
  const marks = useChangeMarks(meeting, agenda.data);
  const isOver = ['held', 'closed', 'cancelled'].includes(meeting.state);
  const frame = { title: `${meeting.bodyName}, ${dateInText(meeting.date)}`, meeting };
  if (meeting.state === 'planned' && agenda.data?.points.length === 0)
    return (
      <Around {...frame}>
        <Begin meeting={meeting} />
      </Around>
    );
  if (isOver) return <Over {...frame} />;
  return (
    <Loaded what={da.agenda.these} query={agenda} rows={6}>
      {(saved) => (
        <ChangeMarks value={marks}>
          <AgendaDesk
            meeting={meeting}
            body={body}
            saved={saved}
            frozen={viewAs !== null}
            around={(parts) => <Around {...frame} {...parts} />}
          />
        </ChangeMarks>
      )}
    </Loaded>
  );
}

interface AroundProps {
  readonly title: string;
  readonly meeting: MeetingView;
  readonly status?: React.ReactNode;
  readonly children?: React.ReactNode;
}

/** What stands around the agenda, whatever is shown of it. */
function Around({ title, meeting, status, children }: AroundProps) {
  return (
    <Page
      title={title}
      context={da.agenda.title}
      breadcrumb={<Link to="/meetings">{da.meetings.title}</Link>}
      status={
        <>
          <MeetingStateChip state={meeting.state} />
          {status}
        </>
      }
      actions={
        <Link
          className="button button-secondary"
          to="/print/meetings/$meetingId/agenda"
          params={{ meetingId: meeting.id }}
        >
          {da.common.print}
        </Link>
      }
    >
      <MeetingTabs meeting={meeting} />
      {children}
    </Page>
  );
}

/** A planned meeting has no agenda yet: one press begins it with the standing points of the body. */
function Begin({ meeting }: { readonly meeting: MeetingView }) {
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: () => beginAgenda(meeting.id, meeting.version),
    onSuccess: () =>
      Promise.all([['agenda'], ['meetings']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <div className="begin">
      <p>{da.agenda.beginText}</p>
      <Refusal error={begin.error} />
      <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
        {da.agenda.begin}
      </Button>
    </div>
  );
}

/** The agenda of a meeting that is over: text, not a form that is switched off. */
function Over(frame: Omit<AroundProps, 'children' | 'status'>) {
  const { meeting } = frame;
  const agenda = useQuery(agendaQuery(meeting.id));
  const why = da.agenda.readOnly[meeting.state as keyof typeof da.agenda.readOnly];
  return (
    <Around {...frame}>
      <Panel tone="info">
        <p>{why}</p>
      </Panel>
      <h2 className="visually-hidden">{da.agenda.listLabel}</h2>
      <Loaded what={da.agenda.these} query={agenda}>
        {(loaded) => <Agenda agenda={loaded} />}
      </Loaded>
    </Around>
  );
}
