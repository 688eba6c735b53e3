import { Button } from '../../../components/ui/button.js';
import { Filter, FilterBar } from '../../../components/ui/filter-bar.js';
import { da } from '../../../texts/da.js';
import { DOCUMENT_AUDIENCES, DOCUMENT_FORMATS, DOCUMENT_KINDS, DOCUMENT_STATES } from '../search.js';
import type { DocumentSearch } from '../search.js';

interface DocumentFiltersProps {
  readonly search: DocumentSearch;
  readonly onSearch: (search: DocumentSearch) => void;
}

const text = da.documents;

export function DocumentFilters({ search, onSearch }: DocumentFiltersProps) {
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <FilterBar label={text.filters.label}>
      <Few
        label={text.filters.kind}
        known={DOCUMENT_KINDS}
        words={text.kind}
        value={search.kind}
        onChoose={(kind) => onSearch({ ...search, kind })}
      />
      <Few
        label={text.filters.audience}
        known={DOCUMENT_AUDIENCES}
        words={text.audience}
        value={search.audience}
        onChoose={(audience) => onSearch({ ...search, audience })}
      />
      <Few
        label={text.filters.format}
        known={DOCUMENT_FORMATS}
        words={text.format}
        value={search.format}
        onChoose={(format) => onSearch({ ...search, format })}
      />
      <Few
        label={text.filters.state}
        known={DOCUMENT_STATES}
        words={text.state}
        value={search.state}
        onChoose={(state) => onSearch({ ...search, state })}
      />
      {isFiltered ? (
        <Button look="quiet" onClick={() => onSearch({})}>
          {da.common.clearFilters}
        </Button>
      ) : null}
    </FilterBar>
  );
}

interface FewProps<Value extends string> {
  readonly label: string;
  readonly known: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly value: Value | undefined;
  readonly onChoose: (value: Value | undefined) => void;
}

function Few<Value extends string>({ label, known, words, value, onChoose }: FewProps<Value>) {
  return (
    <Filter
      label={label}
      value={value ?? ''}
      choices={[
        { value: '', text: da.common.all },
        ...known.map((each) => ({ value: each, text: words[each] })),
      ]}
      onChoose={(chosen) => onChoose(known.find((each) => each === chosen))}
    />
  );
}
