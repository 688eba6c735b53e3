import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Panel } from '../../components/ui/problem-panel.js';
import { Section } from '../../components/ui/section.js';
import { changeMeeting, meetingQuery } from '../../features/meetings/api/meetings.js';
import { DetailsForm } from '../../features/meetings/components/details-form.js';
import { CancelMeeting } from '../meeting/cancel-meeting.js';
import { MeetingFacts } from '../../features/meetings/components/meeting-facts.js';
import { MeetingStateChip } from '../../features/meetings/components/state-chip.js';
import { peopleQuery } from '../../features/organisation/api/lists.js';
import { weekdayInText } from '../../lib/formats.js';
import { tellDone } from '../../lib/undo.js';
import { meetingDetails as text } from '../../texts/meeting-details.js';
import { MeetingPage } from '../meeting/meeting-page.js';
import { useInvited } from '../meeting/use-invited.js';

const route = getRouteApi('/inside/meetings/$meetingId/details');

const stateOf = ({ state }: MeetingView) => <MeetingStateChip state={state} />;

export default function MeetingDetailsPage() {
  const { meetingId } = route.useParams();
  return <MeetingDetails key={meetingId} meetingId={meetingId} />;
}

/** The facts of a meeting, changed where they stand. */
function MeetingDetails({ meetingId }: { readonly meetingId: string }) {
  const [faults, setFaults] = useState(0);
  return (
    <MeetingPage meetingId={meetingId} title={text.title} of={text.of} faults={faults} status={stateOf}>
      {(meeting) => (
        <div className="meeting">
          <div>
            <Change meeting={meeting} onFaults={setFaults} />
            <CancelMeeting key={meeting.state} meeting={meeting} />
          </div>
          <Section title={text.title}>
            <MeetingFacts meeting={meeting} />
          </Section>
        </div>
      )}
    </MeetingPage>
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
