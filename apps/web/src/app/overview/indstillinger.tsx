import { useQuery } from '@tanstack/react-query';
import type { ListedIndstilling } from '../../../../../libs/contracts/indstillinger.js';
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
  /** Which of them stand here; all, where nothing is said. */
  readonly isHere?: (one: ListedIndstilling) => boolean;
}

function List({ title, none, wanted, isHere = () => true }: ListProps) {
  const indstillinger = useQuery(indstillingerQuery(wanted));
  return (
    <Section title={title}>
      <Loaded what={da.indstillinger.these} query={indstillinger} rows={2}>
        {(found) => {
          const here = found.filter(isHere);
          return here.length === 0 ? <Empty>{none}</Empty> : <IndstillingList indstillinger={here} />;
        }}
      </Loaded>
    </Section>
  );
}

/** The approved indstillinger that stand on no agenda yet. */
export function Ready() {
  return <List title={da.overview.ready} none={da.overview.noneReady} wanted={{ view: 'ready' }} />;
}

/** Those that wait for this person at one of their steps; for a unit, also those that it is asked for its opinion of. */
export function Waits({ state }: { readonly state: IndstillingState }) {
  const ofUnit = state === 'with-leader';
  return (
    <List
      title={da.overview.waitsForYou}
      none={da.overview.noneWaits}
      wanted={{ view: 'with-me', ...(ofUnit ? {} : { state: [state] }) }}
      isHere={(one) =>
        (one.state === state && one.abilities.approve === true) || (ofUnit && one.question !== null)
      }
    />
  );
}

/** Those of a unit that are under way, with who has them. */
export function UnitIndstillinger({ unitId }: { readonly unitId: string }) {
  return (
    <List title={da.overview.ofUnit} none={da.overview.noneOfUnit} wanted={{ unitId, state: UNDER_WAY }} />
  );
}
