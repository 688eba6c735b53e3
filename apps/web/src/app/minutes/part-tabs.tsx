import { Link } from '@tanstack/react-router';
import { da } from '../../texts/da.js';

/** The open and the closed part of minutes whose body numbers them apart. */
export function PartTabs({
  meetingId,
  part,
}: {
  readonly meetingId: string;
  readonly part: 'main' | 'closed';
}) {
  return (
    <nav className="views part-tabs" aria-label={da.minutes.parts.label}>
      {(['main', 'closed'] as const).map((each) => (
        <Link
          key={each}
          to="/meetings/$meetingId/minutes"
          params={{ meetingId }}
          search={{ part: each === 'closed' ? each : undefined }}
          aria-current={each === part ? 'page' : undefined}
          activeProps={{}}
        >
          {da.minutes.parts[each]}
        </Link>
      ))}
    </nav>
  );
}
