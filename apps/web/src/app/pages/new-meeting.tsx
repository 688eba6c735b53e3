import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { FaultSummary } from '../../components/ui/fault-summary.js';
import { SelectField, TextField } from '../../components/ui/field.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { beginAgenda } from '../../features/agenda/api/agenda.js';
import { createMeeting, nextSlotQuery } from '../../features/meetings/api/series.js';
import { newMeetingFaults, newMeetingRequest, suggested } from '../../features/meetings/new-form.js';
import type { NewMeetingField, NewMeetingFields } from '../../features/meetings/new-form.js';
import { bodiesQuery } from '../../features/organisation/api/lists.js';
import { namesOf } from '../../lib/form.js';
import { todayInDenmark } from '../../lib/formats.js';
import { dateAsPrinted, timeAsPrinted } from '../../lib/typed-date.js';
import { da } from '../../texts/da.js';
import { useSession } from '../session/session.js';

const text = da.meetings.new;

/** Plans one meeting: the form is right from the start, and one press makes the meeting and opens its agenda. */
export default function NewMeetingPage() {
  const session = useSession();
  const bodies = useQuery(bodiesQuery);
  const [faults, setFaults] = useState(0);
  const runs = session.roles.filter(({ role }) => role === 'secretariat').map(({ bodyId }) => bodyId);
  return (
    <Page title={text.title} faults={faults} breadcrumb={<Link to="/meetings">{da.meetings.title}</Link>}>
      <Loaded what={da.meetings.theseBodies} query={bodies}>
        {(loaded) => {
          const own = loaded.filter(({ id }) => runs.includes(id));
          return own.length === 0 ? (
            <Empty>{da.meetings.series.notYours}</Empty>
          ) : (
            <NewMeeting bodies={own} onFaults={setFaults} />
          );
        }}
      </Loaded>
    </Page>
  );
}

/** The body whose rådmand decides comes first: its meetings are those of every week. */
function firstOf(bodies: readonly BodyView[]): string {
  return (bodies.find(({ kind }) => kind === 'raadmandsmoede') ?? bodies[0])?.id ?? '';
}

interface NewMeetingProps {
  readonly bodies: readonly BodyView[];
  /** Tells how many faults the form had when it was tried. */
  readonly onFaults: (count: number) => void;
}

function NewMeeting({ bodies, onFaults }: NewMeetingProps) {
  const [bodyId, setBodyId] = useState(() => firstOf(bodies));
  const slot = useQuery(nextSlotQuery(bodyId));
  return (
    <>
      <Loaded what={da.meetings.meeting.theMeeting} query={slot} rows={4}>
        {(loaded) => (
          <MeetingForm
            key={bodyId}
            bodies={bodies}
            initial={suggested(loaded)}
            onBody={setBodyId}
            onFaults={onFaults}
          />
        )}
      </Loaded>
    </>
  );
}

interface MeetingFormProps extends NewMeetingProps {
  readonly initial: NewMeetingFields;
  readonly onBody: (id: string) => void;
}

function MeetingForm({ bodies, initial, onBody, onFaults }: MeetingFormProps) {
  const today = todayInDenmark();
  const [fields, setFields] = useState(initial);
  const [tries, setTries] = useState(0);
  const making = useMaking();
  const found = newMeetingFaults(fields, today);
  const faults = tries > 0 ? found : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    onFaults(namesOf(found).length);
    if (namesOf(found).length === 0 && !making.isPending) making.mutate(newMeetingRequest(fields, today));
  };
  const typed = (name: NewMeetingField) => ({
    ...{ name, label: text.labels[name], value: fields[name], fault: faults[name] ?? null },
    onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }),
  });
  const tidy = (name: NewMeetingField, printed: string): void => setFields({ ...fields, [name]: printed });
  return (
    <form noValidate onSubmit={submit} className="new-meeting">
      <FaultSummary faults={faults} tries={tries} />
      <SelectField {...typed('body')} onChange={({ target }) => onBody(target.value)}>
        {bodies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        {...typed('date')}
        onBlur={() => tidy('date', dateAsPrinted(fields.date, today))}
        hint={text.suggested}
      />
      <div className="series-row">
        <TextField {...typed('start')} onBlur={() => tidy('start', timeAsPrinted(fields.start))} />
        <TextField {...typed('end')} onBlur={() => tidy('end', timeAsPrinted(fields.end))} />
      </div>
      <TextField {...typed('place')} optional />
      <SelectField {...typed('kind')}>
        <option value="ordinary">{da.meetings.kind.ordinary}</option>
        <option value="extraordinary">{da.meetings.kind.extraordinary}</option>
      </SelectField>
      <Refusal error={making.error} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={making.isPending} autoFocus>
          {making.isPending ? da.common.saving : text.make}
        </Button>
      </div>
    </form>
  );
}

/** Makes the meeting, begins its agenda with the standing points, and opens it. */
function useMaking() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (request: object) => {
      const meeting = await createMeeting(request);
      await beginAgenda(meeting.id, meeting.version);
      return meeting.id;
    },
    onSuccess: async (meetingId) => {
      await client.invalidateQueries({ queryKey: ['meetings'] });
      await navigate({ to: '/meetings/$meetingId/agenda', params: { meetingId } });
    },
  });
}
