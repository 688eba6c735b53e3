import type { ReactNode } from 'react';
import type { BodyView } from '../../../../../../libs/contracts/organisation.js';
import { MEETING_STATES } from '../../../../../../libs/domain/meeting/index.js';
import { Button } from '../../../components/ui/button.js';
import { Filter, FilterBar } from '../../../components/ui/filter-bar.js';
import { da } from '../../../texts/da.js';
import type { MeetingSearch } from '../search.js';

interface MeetingFiltersProps {
  readonly search: MeetingSearch;
  readonly bodies: readonly BodyView[];
  readonly onSearch: (search: MeetingSearch) => void;
  /** The days that are shown: a first date, or a month. */
  readonly days: ReactNode;
}

const ALL = { value: '', text: da.common.all };

export function MeetingFilters({ search, bodies, onSearch, days }: MeetingFiltersProps) {
  const labels = da.meetings.filters;
  const { body, state } = search;
  return (
    <FilterBar label={labels.label}>
      <Filter
        label={labels.body}
        value={body ?? ''}
        choices={[ALL, ...bodies.map(({ id, name }) => ({ value: id, text: name }))]}
        onChoose={(chosen) => onSearch({ ...search, body: chosen === '' ? undefined : chosen })}
      />
      <Filter
        label={labels.state}
        value={state ?? ''}
        choices={[ALL, ...MEETING_STATES.map((value) => ({ value, text: da.meetings.state[value] }))]}
        onChoose={(chosen) =>
          onSearch({ ...search, state: MEETING_STATES.find((known) => known === chosen) })
        }
      />
      {days}
      {body === undefined && state === undefined ? null : (
        <Button look="quiet" onClick={() => onSearch({ ...search, body: undefined, state: undefined })}>
          {da.common.clearFilters}
        </Button>
      )}
    </FilterBar>
  );
}
