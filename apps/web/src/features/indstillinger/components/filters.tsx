import type { BodyView, UnitView } from '../../../../../../libs/contracts/organisation.js';
import { INDSTILLING_STATES } from '../../../../../../libs/domain/indstilling/index.js';
import { Button } from '../../../components/ui/button.js';
import { Filter, FilterBar } from '../../../components/ui/filter-bar.js';
import { SearchBox } from '../../../components/ui/search-box.js';
import { da } from '../../../texts/da.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { isFiltered, withoutFilters } from '../search.js';
import type { IndstillingSearch } from '../search.js';

interface IndstillingFiltersProps {
  readonly search: IndstillingSearch;
  readonly units: readonly UnitView[];
  readonly bodies: readonly BodyView[];
  readonly onSearch: (search: IndstillingSearch) => void;
}

const ALL = { value: '', text: da.common.all };
const STATE_CHOICES = [
  ALL,
  ...INDSTILLING_STATES.map((value) => ({ value, text: da.indstillinger.state[value] })),
];

/** What of a list is shown; each change is a change of the address. */
export function IndstillingFilters({ search, units, bodies, onSearch }: IndstillingFiltersProps) {
  const { filters } = text.list;
  return (
    <FilterBar label={filters.label}>
      <SearchBox
        label={filters.q}
        value={search.q ?? ''}
        onValue={(q) => onSearch({ ...search, q: q === '' ? undefined : q })}
      />
      <Filter
        label={filters.state}
        value={search.state ?? ''}
        choices={STATE_CHOICES}
        onChoose={(state) =>
          onSearch({ ...search, state: INDSTILLING_STATES.find((known) => known === state) })
        }
      />
      <Filter
        label={filters.body}
        value={search.body ?? ''}
        choices={[ALL, ...bodies.map(({ id, name }) => ({ value: id, text: name }))]}
        onChoose={(body) => onSearch({ ...search, body: body === '' ? undefined : body })}
      />
      <Filter
        label={filters.unit}
        value={search.unit ?? ''}
        choices={[ALL, ...units.map(({ id, code, name }) => ({ value: id, text: `${code} – ${name}` }))]}
        onChoose={(unit) => onSearch({ ...search, unit: unit === '' ? undefined : unit })}
      />
      {isFiltered(search) ? (
        <Button look="quiet" onClick={() => onSearch(withoutFilters(search))}>
          {da.common.clearFilters}
        </Button>
      ) : null}
    </FilterBar>
  );
}
