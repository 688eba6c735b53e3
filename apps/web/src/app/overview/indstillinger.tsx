import { useQuery } from '@tanstack/react-query';
import { UNDER_WAY } from '../../../../../libs/domain/indstilling/index.js';
import type { IndstillingState } from '../../../../../libs/domain/indstilling/index.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { indstillingerQuery } from '../../features/indstillinger/api/indstillinger.js';
import { IndstillingList } from '../../features/indstillinger/components/indstilling-list.js';
import { da } from '../../texts/da.js';

interface ListProps {
  readonly title: string;
  readonly none: string;
  readonly wanted: Parameters<typeof indstillingerQuery>[0];
}

function List({ title, none, wanted }: ListProps) {
  const indstillinger = useQuery(indstillingerQuery(wanted));
  return (
    <Section title={title}>
      <Loaded what={da.indstillinger.these} query={indstillinger} rows={2}>
        {(found) => (found.length === 0 ? <Empty>{none}</Empty> : <IndstillingList indstillinger={found} />)}
      </Loaded>
    </Section>
  );
}

/** The approved indstillinger that stand on no agenda yet. */
export function Ready() {
  return <List title={da.overview.ready} none={da.overview.noneReady} wanted={{ view: 'ready' }} />;
}

/** Those that wait for this person at one of their steps. */
export function Waits({ state }: { readonly state: IndstillingState }) {
  const wanted = { view: 'with-me' as const, state: [state] };
  return <List title={da.overview.waitsForYou} none={da.overview.noneWaits} wanted={wanted} />;
}

/** Those of a unit that are under way, with who has them. */
export function UnitIndstillinger({ unitId }: { readonly unitId: string }) {
  return (
    <List title={da.overview.ofUnit} none={da.overview.noneOfUnit} wanted={{ unitId, state: UNDER_WAY }} />
  );
}
