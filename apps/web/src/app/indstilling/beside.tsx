import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { BilagList } from '../../features/attachments/components/bilag-list.js';
import { bilagQuery } from '../../features/indstillinger/api/indstilling.js';
import { Timeline } from '../../features/indstillinger/components/timeline.js';
import { da } from '../../texts/da.js';
import { indstilling as text } from '../../texts/indstilling.js';

/** Its bilag and its way through the approval. Who reads what an agenda was sent with is not told of the way. */
export default function Beside({ indstilling }: { readonly indstilling: IndstillingView }) {
  const bilag = useQuery(bilagQuery(indstilling.id));
  return (
    <>
      <Section title={text.attachments}>
        <Loaded what={da.attachments.these} query={bilag} rows={2}>
          {({ items }) =>
            items.length === 0 ? <p className="meta">{text.noAttachments}</p> : <BilagList items={items} />
          }
        </Loaded>
      </Section>
      {indstilling.sight === 'whole' ? <Timeline indstilling={indstilling} /> : null}
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
