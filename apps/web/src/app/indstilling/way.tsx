import { Link } from '@tanstack/react-router';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Timeline } from '../../features/indstillinger/components/timeline.js';
import { useSession } from '../session/session.js';
import { indstilling as text } from '../../texts/indstilling.js';

/** Its way through the approval, and its versions. Who reads what an agenda was sent with is not told of them. */
export default function Way({ indstilling }: { readonly indstilling: IndstillingView }) {
  const { viewAs } = useSession();
  if (indstilling.sight !== 'whole') return null;
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
    </>
  );
}
