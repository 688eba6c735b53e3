import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { comparable, lastTwo } from '../../features/changes/versions.js';
import { agendaVersionsQuery } from '../../features/meetings/api/meetings.js';
import { da } from '../../texts/da.js';

interface ChangesLinkProps {
  readonly meeting: MeetingView;
  /** Asks in the words of who reads the newest version; those who make the agenda compare what they like. */
  readonly asReader?: boolean;
}

/** The way to what changed, where there are two versions to compare. */
export function ChangesLink({ meeting, asReader = false }: ChangesLinkProps) {
  const { id, state, abilities } = meeting;
  const isOut = !['planned', 'cancelled'].includes(state);
  const { data } = useQuery({ ...agendaVersionsQuery(id), enabled: isOut, staleTime: 0 });
  const sent = (data?.items ?? []).map(({ number }) => number);
  const names = asReader ? sent : comparable(sent, { runs: abilities.run === true, state });
  const two = lastTwo(names);
  if (two === null) return null;
  return (
    <p className="meta">
      <Link
        to="/meetings/$meetingId/changes"
        params={{ meetingId: id }}
        search={{ from: String(two.from), to: String(two.to) }}
      >
        {asReader ? da.changes.readerLink(two.from) : da.changes.link}
      </Link>
    </p>
  );
}
