import { Link } from '@tanstack/react-router';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Course } from '../../features/course/components/course.js';
import { Timeline } from '../../features/indstillinger/components/timeline.js';
import { useSession } from '../session/session.js';
import { indstilling as text } from '../../texts/indstilling.js';

/**
 * Its way through the approval, its versions, and the course of its case. Who reads what an agenda was sent with is told of the
 * last only.
 */
export default function Way({ indstilling }: { readonly indstilling: IndstillingView }) {
  const { viewAs } = useSession();
  const course = <Course owner={{ of: 'indstillinger', id: indstilling.id }} />;
  if (indstilling.sight !== 'whole') return course;
  return (
    <>
      <Timeline indstilling={indstilling} mayAct={viewAs === null} />
      {indstilling.submission > 1 ? (
        <Link
          className="panel-link"
          to="/indstillinger/$indstillingId/versions/compare"
          params={{ indstillingId: indstilling.id }}
        >
          {text.compare.open}
        </Link>
      ) : null}
      {course}
    </>
  );
}
