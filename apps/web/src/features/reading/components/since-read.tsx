import { Link } from '@tanstack/react-router';
import type { IndstillingReadingView } from '../../../../../../libs/contracts/reading.js';
import { sinceRead as text } from '../../../texts/since-read.js';
import type { Opened } from '../use-since-read.js';

interface SinceReadProps {
  readonly opened: Opened;
  readonly earlier: IndstillingReadingView | null | undefined;
}

/** Says that an indstilling is another one than was read last, with the way to what changed. */
export function SinceRead({ opened: { id, submission }, earlier }: SinceReadProps) {
  if (!earlier || submission === 0 || earlier.submission === submission) return null;
  return (
    <div className="panel panel-info since-read">
      <p>
        <strong>{text.changed(earlier.submission)}</strong>{' '}
        {earlier.readable ? (
          <Link
            to="/indstillinger/$indstillingId/versions/compare"
            params={{ indstillingId: id }}
            search={{ from: earlier.submission, to: submission }}
          >
            {text.show}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
