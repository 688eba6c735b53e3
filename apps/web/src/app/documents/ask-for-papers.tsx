import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RequestMeetingDocument } from '../../../../../libs/contracts/documents.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { AgendaVersionListView } from '../../../../../libs/contracts/sending.js';
import { Empty } from '../../components/ui/empty.js';
import { SelectField } from '../../components/ui/field.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { AskFor } from '../../features/documents/components/ask-for.js';
import { agendaVersionsQuery } from '../../features/meetings/api/meetings.js';
import { minutesQuery } from '../../features/minutes/api/minutes.js';
import { momentInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

const text = da.documents;

interface PapersProps {
  readonly meeting: MeetingView;
  readonly audiences: readonly RequestMeetingDocument['audience'][];
}

/** The minutes as a document: there when they are out for whoever asks. */
export function AskForMinutes({ meeting, audiences }: PapersProps) {
  const minutes = useQuery(minutesQuery(meeting.id));
  return (
    <Section title={text.kind.minutes}>
      <Loaded what={da.minutes.these} query={minutes} rows={2}>
        {(loaded) =>
          loaded === null ? (
            <Empty>{text.noMinutes}</Empty>
          ) : (
            <>
              <AskFor
                kind="minutes"
                meetingId={meeting.id}
                audiences={audiences}
                requestOf={(audience, format) => ({ kind: 'minutes', audience, format })}
              />
              <p className="ask-for">
                <Link
                  className="button button-secondary"
                  to="/print/meetings/$meetingId/minutes"
                  params={{ meetingId: meeting.id }}
                >
                  {da.common.printOf(text.kind.minutes.toLowerCase())}
                </Link>
              </p>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

/** The agenda as a document: the newest version, an earlier one, or the draft. */
export function AskForAgenda({ meeting, audiences }: PapersProps) {
  const versions = useQuery(agendaVersionsQuery(meeting.id));
  return (
    <Section title={text.kind.agenda}>
      <Loaded what={da.meetings.meeting.theAgenda} query={versions} rows={2}>
        {({ items }) => <AgendaVersions {...{ meeting, audiences, items }} />}
      </Loaded>
    </Section>
  );
}

type Wanted = number | 'draft';

function AgendaVersions({ meeting, audiences, items }: PapersProps & AgendaVersionListView) {
  const [chosen, setChosen] = useState<Wanted | null>(null);
  const sent = [...items].sort((one, other) => other.number - one.number);
  const wanted = chosen ?? sent[0]?.number ?? 'draft';
  const mayDraft = meeting.abilities.run === true;
  if (sent.length === 0 && !mayDraft) return <Empty>{text.noAgenda}</Empty>;
  return (
    <>
      <SelectField
        name="agenda-version"
        label={text.version}
        value={String(wanted)}
        onChange={({ target }) => setChosen(target.value === 'draft' ? 'draft' : Number(target.value))}
      >
        {sent.map(({ number, sentAt }, place) => (
          <option key={number} value={number}>
            {text.versionOf(number, momentInText(sentAt))}
            {place === 0 ? ` (${text.newest})` : ''}
          </option>
        ))}
        {mayDraft ? <option value="draft">{text.draft}</option> : null}
      </SelectField>
      <AskFor
        kind="agenda"
        meetingId={meeting.id}
        audiences={audiences}
        requestOf={(audience, format) => ({ kind: 'agenda', audience, format, agendaVersion: wanted })}
      />
      <p className="ask-for">
        <Link
          className="button button-secondary"
          to="/print/meetings/$meetingId/agenda"
          params={{ meetingId: meeting.id }}
        >
          {da.common.printOf(text.kind.agenda.toLowerCase())}
        </Link>
      </p>
    </>
  );
}
