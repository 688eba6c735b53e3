import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, lazy, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { AgendaEntry } from '../../../../../libs/contracts/sending.js';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import { addDays } from '../../../../../libs/domain/calendar/index.js';
import { OtherTab } from '../../components/ui/other-tab.js';
import { Panel } from '../../components/ui/problem-panel.js';
import type { WorkingAgenda } from '../../features/agenda/api/agenda.js';
import { AgendaList } from '../../features/agenda/components/agenda-list.js';
import { LostDrafts } from '../../features/agenda/components/lost-drafts.js';
import { SaveStatus } from '../../features/agenda/components/save-status.js';
import { TimeBar } from '../../features/agenda/components/time-bar.js';
import type { AgendaFrame } from '../../features/agenda/retimed.js';
import { useAgendaWork, useEditor } from '../../features/agenda/use-agenda-work.js';
import { AgendaContext, WorkContext, takes, useOthers, useWork } from '../../features/agenda/work.js';
import { useFileChooser } from '../../features/attachments/components/choose-files.js';
import { DropTarget } from '../../features/attachments/components/drop-target.js';
import { UploadList } from '../../features/attachments/components/upload-list.js';
import { attachFiles } from '../../features/attachments/uploads.js';
import { meetingsQuery } from '../../features/meetings/api/meetings.js';
import { ComingDeadlines } from '../../features/meetings/components/send-deadline.js';
import { listed, weekdayInText } from '../../lib/formats.js';
import { useTabLock } from '../../lib/use-tab-lock.js';
import { da } from '../../texts/da.js';
import { meetingDetails } from '../../texts/meeting-details.js';
import { SidePanel } from './side-panel.js';

const MeetingDialog = lazy(() => import('../../features/agenda/components/meeting-dialog.js'));

interface DeskProps {
  readonly meeting: MeetingView;
  readonly body: BodyView;
  readonly saved: WorkingAgenda;
  /** It is seen with somebody else's eyes: nothing is changed then. */
  readonly frozen: boolean;
  readonly around: (parts: { readonly status: ReactNode; readonly children: ReactNode }) => ReactNode;
}

/** The agenda being made: its points, how they fill the time, and what waits beside it. */
export function AgendaDesk({ meeting, body, saved, frozen, around }: DeskProps) {
  const editor = useEditor(meeting.id);
  const tab = useTabLock(`agenda.${meeting.id}`);
  const others = useOtherMeetings(meeting);
  const [leaving, setLeaving] = useState<string | null>(null);
  const files = useFilesOfPoints(saved);
  const { settings, visibility } = body;
  const frame = { start: meeting.start, end: meeting.end, numbering: settings.numbering, visibility };
  const toMeeting = (id: string, to: MeetingView): void => {
    const point = editor.point(id);
    if (point) void editor.toMeeting(id, to.id, da.agenda.told.toMeeting(point, nameOf(to)));
  };
  const next = others.find(({ date }) => date > meeting.date);
  const { work, agenda } = useAgendaWork({
    ...{ editor, saved, frame, state: meeting.state, frozen: frozen || !tab.isMine },
    comesLate: meeting.deadlines.some(({ kind, passed }) => kind !== 'indstillinger' && passed),
    postpone: (id) => (next ? toMeeting(id, next) : editor.refuse(id, da.agenda.noNextMeeting)),
    chooseMeeting: setLeaving,
    attach: files.chooseFor,
    dress,
  });
  return (
    <WorkContext value={work}>
      <AgendaContext value={agenda}>
        {around({
          status: <Status />,
          children: (
            <>
              {tab.isMine ? null : <OtherTab onTakeOver={tab.takeOver} />}
              <Above {...{ meeting, saved, frame }} />
              {files.input}
              <ComingDeadlines meeting={meeting} />
              <div className="agenda-desk">
                <section aria-labelledby="points-title">
                  <h2 id="points-title" className="visually-hidden">
                    {da.agenda.listLabel}
                  </h2>
                  <AgendaList saved={saved} />
                </section>
                <SidePanel meeting={meeting} />
              </div>
            </>
          ),
        })}
        {leaving === null ? null : (
          <Leaving
            meetings={others}
            onDone={(to) => {
              if (to) toMeeting(leaving, to);
              setLeaving(null);
            }}
          />
        )}
      </AgendaContext>
    </WorkContext>
  );
}

interface AboveProps extends Pick<DeskProps, 'meeting' | 'saved'> {
  readonly frame: AgendaFrame;
}

/** What is to be said of the whole agenda, above its points. */
function Above({ meeting, saved, frame }: AboveProps) {
  return (
    <>
      <Notice state={meeting.state} />
      <LostDrafts saved={saved} />
      <TimeBar frame={frame} />
      <Link className="panel-link" to="/meetings/$meetingId/details" params={{ meetingId: meeting.id }}>
        {meetingDetails.change}
      </Link>
    </>
  );
}

const dress = (point: AgendaEntry, row: ReactNode): ReactNode => <Dressed point={point}>{row}</Dressed>;

/** How what was typed stands, and who else is here. */
function Status() {
  const others = useOthers();
  return (
    <>
      <SaveStatus />
      {others.length === 0 ? null : <span className="meta">{da.agenda.presence.here(listed(others))}</span>}
    </>
  );
}

interface DressedProps {
  readonly point: AgendaEntry;
  readonly children: ReactNode;
}

/** A row on which files can be dropped, with those on their way. */
function Dressed({ point, children }: DressedProps) {
  const work = useWork();
  const mayTake = takes(work, 'edit-point');
  const owner = `agenda-points/${point.id}` as const;
  return (
    <DropTarget {...{ owner }} isClosed={point.effectiveVisibility === 'closed'} takes={mayTake}>
      {children}
      <UploadList owner={owner} onAnswered={() => work.focus(point.id, 'more')} />
    </DropTarget>
  );
}

/** Asks for the files of one point at a time; they are attached as those that are dropped. */
function useFilesOfPoints({ points }: WorkingAgenda) {
  const client = useQueryClient();
  const wanted = useRef('');
  const { choose, input } = useFileChooser((files) => {
    const point = points.find(({ id }) => id === wanted.current);
    if (point)
      attachFiles(client, `agenda-points/${point.id}`, files, {
        ask: point.effectiveVisibility !== 'closed',
      });
  });
  return {
    input,
    chooseFor: (id: string): void => {
      wanted.current = id;
      choose();
    },
  };
}

interface LeavingProps {
  readonly meetings: readonly MeetingView[];
  /** The meeting that was chosen; undefined for none. */
  readonly onDone: (to?: MeetingView) => void;
}

function Leaving({ meetings, onDone }: LeavingProps) {
  return (
    <Suspense>
      <MeetingDialog
        meetings={meetings.map((meeting) => ({ id: meeting.id, name: nameOf(meeting) }))}
        onClose={() => onDone()}
        onChoose={(id) => onDone(meetings.find((meeting) => meeting.id === id))}
      />
    </Suspense>
  );
}

const nameOf = ({ bodyName, date }: MeetingView): string => `${bodyName} ${weekdayInText(date)}`;

function Notice({ state }: Pick<MeetingView, 'state'>) {
  const text = state === 'sent' ? da.agenda.sent : state === 'in-session' ? da.agenda.readOnly[state] : null;
  return text === null ? null : (
    <Panel tone="info">
      <p>{text}</p>
    </Panel>
  );
}

/** How far ahead meetings are offered to move a point to, in days. */
const AHEAD = 400;

/** The meetings of the same body that take a point, by date, without the one it stands on. */
function useOtherMeetings({ id, bodyId, date }: MeetingView): readonly MeetingView[] {
  const { data = [] } = useQuery(
    meetingsQuery({ bodyId, from: addDays(date, -60), to: addDays(date, AHEAD) }),
  );
  return data.filter((other) => other.id !== id && ['planned', 'drafting'].includes(other.state));
}
