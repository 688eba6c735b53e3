import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { indstillingQuery } from '../../features/indstillinger/api/indstilling.js';
import { EmbeddedSections } from '../../features/indstillinger/components/read-sections.js';
import { statusOf } from '../../lib/api/problem.js';
import { indstilling as text } from '../../texts/indstilling.js';

/** The indstilling that lies on a point, with its text; nothing for those who may not read it. */
export default function EmbeddedIndstilling({ id }: { readonly id: string }) {
  const indstilling = useQuery(indstillingQuery(id));
  if (statusOf(indstilling.error) === 404) return null;
  return (
    <Section title={text.one}>
      <Loaded what={text.theOne} query={indstilling} rows={4}>
        {(loaded) => (
          <div className="embedded">
            <p>
              <Link to="/indstillinger/$indstillingId" params={{ indstillingId: id }}>
                {loaded.title}
              </Link>
            </p>
            <EmbeddedSections indstilling={loaded} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}
