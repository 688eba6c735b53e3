import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Section } from '../../components/ui/section.js';
import { Bilag } from '../../features/attachments/components/bilag.js';
import { Opinions } from '../../features/indstillinger/components/opinions.js';
import { unitsQuery } from '../../features/organisation/api/lists.js';
import { useSession } from '../session/session.js';
import { indstilling as text } from '../../texts/indstilling.js';

/** Its bilag, its text as a file, and what units were asked about it. */
export default function Beside({ indstilling }: { readonly indstilling: IndstillingView }) {
  const { viewAs } = useSession();
  const { data: units = [] } = useQuery(unitsQuery);
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
      <div className="panel-links">
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
      </div>
      {indstilling.sight === 'whole' ? (
        <Opinions {...{ indstilling, units, mayAct: viewAs === null }} />
      ) : null}
    </>
  );
}
