import { Link } from '@tanstack/react-router';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Section } from '../../components/ui/section.js';
import { Bilag } from '../../features/attachments/components/bilag.js';
import { Timeline } from '../../features/indstillinger/components/timeline.js';
import { useSession } from '../session/session.js';
import { indstilling as text } from '../../texts/indstilling.js';

/** Its bilag and its way through the approval. Who reads what an agenda was sent with is not told of the way. */
export default function Beside({ indstilling }: { readonly indstilling: IndstillingView }) {
  const { viewAs } = useSession();
  const mayEdit = indstilling.abilities.change === true && viewAs === null;
  return (
    <>
      <Section title={text.attachments}>
        <Bilag
          owner={`indstillinger/${indstilling.id}`}
          isClosed={false}
          mayEdit={mayEdit}
          mayOpenAndClose={mayEdit}
        />
      </Section>
      <Link
        className="panel-link"
        to="/indstillinger/$indstillingId/documents"
        params={{ indstillingId: indstilling.id }}
      >
        {text.asDocument}
      </Link>
      {mayEdit ? (
        <Link
          className="panel-link"
          to="/indstillinger/$indstillingId/word"
          params={{ indstillingId: indstilling.id }}
        >
          {text.fromWord}
        </Link>
      ) : null}
      {indstilling.sight === 'whole' ? <Timeline indstilling={indstilling} mayAct={viewAs === null} /> : null}
      {indstilling.submission > 1 && indstilling.sight === 'whole' ? (
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
