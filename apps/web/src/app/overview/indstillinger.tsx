import { useQuery } from '@tanstack/react-query';
import type { IndstillingSummary } from '../../../../../libs/contracts/indstillinger.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { indstillingerQuery } from '../../features/indstillinger/api/indstillinger.js';
import { IndstillingList } from '../../features/indstillinger/components/indstilling-list.js';
import { isUnderWay } from '../../features/indstillinger/lists.js';
import { da } from '../../texts/da.js';

interface ListProps {
  readonly title: string;
  readonly none: string;
  readonly wanted: Parameters<typeof indstillingerQuery>[0];
  readonly keep?: (indstilling: IndstillingSummary) => boolean;
}

function List({ title, none, wanted, keep = () => true }: ListProps) {
  const indstillinger = useQuery(indstillingerQuery(wanted));
  return (
    <Section title={title}>
      <Loaded what={da.indstillinger.these} query={indstillinger} rows={2}>
        {(all) => {
          const kept = all.filter(keep);
          return kept.length === 0 ? <Empty>{none}</Empty> : <IndstillingList indstillinger={kept} />;
        }}
      </Loaded>
    </Section>
  );
}

/** The approved indstillinger that stand on no agenda yet. */
export function Ready() {
  return <List title={da.overview.ready} none={da.overview.noneReady} wanted={{ state: 'approved' }} />;
}

/** Those that wait for this person's step. */
export function Waits({ state }: { readonly state: IndstillingSummary['state'] }) {
  return <List title={da.overview.waitsForYou} none={da.overview.noneWaits} wanted={{ state }} />;
}

/** Those of a unit that are under way, with who has them. */
export function UnitIndstillinger({ unitId }: { readonly unitId: string }) {
  return (
    <List title={da.overview.ofUnit} none={da.overview.noneOfUnit} wanted={{ unitId }} keep={isUnderWay} />
  );
}
