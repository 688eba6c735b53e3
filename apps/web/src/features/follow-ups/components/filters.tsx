import type { BodyView, UnitView } from '../../../../../../libs/contracts/organisation.js';
import { Button } from '../../../components/ui/button.js';
import { Filter, FilterBar } from '../../../components/ui/filter-bar.js';
import { da } from '../../../texts/da.js';
import { DUE_FILTERS, GROUPINGS, STATUS_FILTERS, isFiltered, withoutFilters } from '../search.js';
import type { FollowUpSearch } from '../search.js';

interface FollowUpFiltersProps {
  readonly search: FollowUpSearch;
  readonly units: readonly UnitView[];
  readonly bodies: readonly BodyView[];
  readonly onSearch: (search: FollowUpSearch) => void;
}

const ALL = { value: '', text: da.common.all };
const { statusFilter, status: statusNames, dueFilter, groupBy } = da.followUps;
const STATUS_CHOICES = STATUS_FILTERS.map((value) => ({
  value,
  text: { ...statusFilter, ...statusNames }[value],
}));
const DUE_CHOICES = [ALL, ...DUE_FILTERS.map((value) => ({ value, text: dueFilter[value] }))];
const GROUP_CHOICES = GROUPINGS.map((value) => ({ value, text: groupBy[value] }));

export function FollowUpFilters({ search, units, bodies, onSearch }: FollowUpFiltersProps) {
  const labels = da.followUps.filters;
  const known = units.some(({ code }) => code === search.unit);
  const other = search.unit === undefined || known ? [] : [{ value: search.unit, text: search.unit }];
  return (
    <FilterBar label={labels.label}>
      <Filter
        label={labels.unit}
        value={search.unit ?? ''}
        choices={[
          ALL,
          ...other,
          ...units.map(({ code, name }) => ({ value: code, text: `${code} – ${name}` })),
        ]}
        onChoose={(unit) => onSearch({ ...search, unit: unit === '' ? undefined : unit })}
      />
      <Filter
        label={labels.status}
        value={search.status ?? 'open'}
        choices={STATUS_CHOICES}
        onChoose={(status) => onSearch({ ...search, status: status === 'open' ? undefined : status })}
      />
      <Filter
        label={labels.due}
        value={search.due ?? ''}
        choices={DUE_CHOICES}
        onChoose={(due) => onSearch({ ...search, due: DUE_FILTERS.find((known_) => known_ === due) })}
      />
      <Filter
        label={labels.body}
        value={search.body ?? ''}
        choices={[ALL, ...bodies.map(({ id, name }) => ({ value: id, text: name }))]}
        onChoose={(body) => onSearch({ ...search, body: body === '' ? undefined : body })}
      />
      <Filter
        label={labels.group}
        value={search.group ?? 'due'}
        choices={GROUP_CHOICES}
        onChoose={(group) => onSearch({ ...search, group: group === 'due' ? undefined : group })}
      />
      {isFiltered(search) ? (
        <Button look="quiet" onClick={() => onSearch(withoutFilters(search))}>
          {da.common.clearFilters}
        </Button>
      ) : null}
    </FilterBar>
  );
}
