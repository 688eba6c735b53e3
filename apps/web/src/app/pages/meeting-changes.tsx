import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { AgendaVersionListView } from '../../../../../libs/contracts/sending.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { Section } from '../../components/ui/section.js';
import { changesQuery } from '../../features/changes/api/changes.js';
import { Changes } from '../../features/changes/components/changes.js';
import { ChooseVersions } from '../../features/changes/components/choose-versions.js';
import { comparable, lastTwo } from '../../features/changes/versions.js';
import type { VersionName } from '../../features/changes/versions.js';
import { agendaVersionsQuery, meetingQuery } from '../../features/meetings/api/meetings.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { statusOf } from '../../lib/api/problem.js';
import { da } from '../../texts/da.js';
import { WayToMeeting, nameOfMeeting } from '../meeting/way-to-meeting.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/meetings/$meetingId/changes');

/** What changed from one version of a meeting's agenda to another; which two stands in the address. */
export default function MeetingChangesPage() {
  const { meetingId } = route.useParams();
  const meeting = useQuery(meetingQuery(meetingId));
  const versions = useQuery({ ...agendaVersionsQuery(meetingId), staleTime: 0 });
  const status = statusOf(meeting.error);
  if (meeting.error !== null && (status === 404 || status === 400)) return <NotFoundPage />;
  const { data } = meeting;
  if (data === undefined || versions.data === undefined)
    return (
      <Page title={da.changes.title} context={da.meetings.title}>
        <Loaded what={da.changes.versions} query={data === undefined ? meeting : versions}>
          {() => null}
        </Loaded>
      </Page>
    );
  return <ChangesOf meeting={data} sent={versions.data.items} />;
}

interface ChangesOfProps {
  readonly meeting: MeetingView;
  readonly sent: AgendaVersionListView['items'];
}

function ChangesOf({ meeting, sent }: ChangesOfProps) {
  const search = route.useSearch();
  const runs = meeting.abilities.run === true;
  const names = comparable(
    sent.map(({ number }) => number),
    { runs, state: meeting.state },
  );
  const last = lastTwo(names);
  // An address that names what is not there, or is not this reader's, is an address of nothing.
  const named = (given: string | undefined): VersionName | null | undefined =>
    given === undefined ? undefined : (names.find((name) => String(name) === given) ?? null);
  const from = named(search.from);
  const to = named(search.to);
  if (from === null || to === null || from === 'draft') return <NotFoundPage />;
  const title = da.changes.of(nameOfMeeting(meeting));
  return (
    <Page
      title={title}
      context={da.meetings.title}
      breadcrumb={<WayToMeeting meetingId={meeting.id} meeting={meeting} />}
    >
      <MeetingTabs meeting={meeting} />
      {last === null ? (
        <Empty>{sent.length === 0 ? da.changes.neverSent : da.changes.onlyOne}</Empty>
      ) : (
        <Two
          {...{ meetingId: meeting.id, sent, names }}
          from={from ?? (to === undefined || to === 'draft' ? last.from : Math.max(1, to - 1))}
          to={to ?? last.to}
        />
      )}
    </Page>
  );
}

interface TwoProps extends Pick<ChangesOfProps, 'sent'> {
  readonly meetingId: string;
  readonly names: readonly VersionName[];
  readonly from: number;
  readonly to: VersionName;
}

function Two({ meetingId, sent, names, from, to }: TwoProps) {
  const navigate = useNavigate();
  const changes = useQuery(changesQuery(meetingId, from, to));
  return (
    <>
      <ChooseVersions
        {...{ sent, names, from, to }}
        onChoose={(search) =>
          void navigate({ to: '/meetings/$meetingId/changes', params: { meetingId }, search })
        }
      />
      <Loaded what={da.changes.these} query={changes}>
        {(loaded) =>
          loaded.unchanged ? (
            <Empty>{da.changes.unchanged(from)}</Empty>
          ) : (
            <Section title={da.changes.between(from, to)}>
              <Changes changes={loaded} />
            </Section>
          )
        }
      </Loaded>
    </>
  );
}
