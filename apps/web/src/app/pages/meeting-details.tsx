import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { Panel } from '../../components/ui/problem-panel.js';
import { Section } from '../../components/ui/section.js';
import { changeMeeting, meetingQuery } from '../../features/meetings/api/meetings.js';
import { DetailsForm } from '../../features/meetings/components/details-form.js';
import { CancelMeeting } from '../meeting/cancel-meeting.js';
import { MeetingFacts } from '../../features/meetings/components/meeting-facts.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { MeetingStateChip } from '../../features/meetings/components/state-chip.js';
import { peopleQuery } from '../../features/organisation/api/lists.js';
import { statusOf } from '../../lib/api/problem.js';
import { dateInText, weekdayInText } from '../../lib/formats.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import { meetingDetails as text } from '../../texts/meeting-details.js';
import { useInvited } from '../meeting/use-invited.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/meetings/$meetingId/details');

export default function MeetingDetailsPage() {
  const { meetingId } = route.useParams();
  return <MeetingDetails key={meetingId} meetingId={meetingId} />;
}

/** The facts of a meeting, changed where they stand. */
function MeetingDetails({ meetingId }: { readonly meetingId: string }) {
  const meeting = useQuery(meetingQuery(meetingId));
  const [faults, setFaults] = useState(0);
  const status = statusOf(meeting.error);
  if (meeting.error !== null && (status === 404 || status === 400)) return <NotFoundPage />;
  const { data } = meeting;
  const name = data === undefined ? da.meetings.meeting.one : `${data.bodyName}, ${dateInText(data.date)}`;
  return (
    <Page
      title={data === undefined ? text.title : text.of(name)}
      context={da.meetings.title}
      faults={faults}
      breadcrumb={
        <>
          <Link to="/meetings">{da.meetings.title}</Link> /{' '}
          <Link to="/meetings/$meetingId" params={{ meetingId }}>
            {name}
          </Link>
        </>
      }
      status={data === undefined ? undefined : <MeetingStateChip state={data.state} />}
    >
      <MeetingTabs meeting={data} />
      <Loaded what={da.meetings.meeting.theMeeting} query={meeting}>
        {(loaded) => (
          <div className="meeting">
            <div>
              <Change meeting={loaded} onFaults={setFaults} />
              <CancelMeeting key={loaded.state} meeting={loaded} />
            </div>
            <Section title={text.title}>
              <MeetingFacts meeting={loaded} />
            </Section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface ChangeProps {
  readonly meeting: MeetingView;
  readonly onFaults: (count: number) => void;
}

function Change({ meeting, onFaults }: ChangeProps) {
  const mayChange = meeting.abilities.change === true;
  const people = useQuery({ ...peopleQuery, enabled: mayChange });
  const invited = useInvited(meeting.id, mayChange);
  const onSaved = useSaved(meeting);
  if (!mayChange) return <ReadOnly meeting={meeting} />;
  return (
    <Section title={text.change}>
      <p className="hint">{text.intro}</p>
      <Loaded what={text.title} query={people}>
        {(loaded) => (
          <DetailsForm
            key={meeting.version}
            meeting={meeting}
            people={loaded}
            invited={invited}
            onSaved={onSaved}
            onFaults={onFaults}
          />
        )}
      </Loaded>
    </Section>
  );
}

function ReadOnly({ meeting: { abilities, state } }: Pick<ChangeProps, 'meeting'>) {
  const isOver = state === 'closed' || state === 'cancelled';
  return (
    <Panel tone="info">
      <p>{abilities.run === true && isOver ? text.readOnly[state] : text.readOnly.notYours}</p>
    </Panel>
  );
}

/** Tells what became of the meeting, and gives the way back to what it was. */
function useSaved(before: MeetingView): (now: MeetingView) => void {
  const client = useQueryClient();
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['meetings'] });
  return (now) => {
    client.setQueryData(meetingQuery(now.id).queryKey, now);
    void refresh();
    if (now.version === before.version) return;
    const { date, start, end, place, caseNumber, kind, chairId, minuteTakerId, participants } = before;
    const facts = { date, start, end, place, caseNumber, kind, chairId, minuteTakerId, participants };
    tellDone({
      text: now.date === date ? text.saved : text.moved(weekdayInText(now.date)),
      takeBack: async () => {
        await changeMeeting(now.id, now.version, facts);
        await refresh();
      },
    });
  };
}
