import { useId, useState } from 'react';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Words among filters; they count when the field is left, emptied, or Enter is pressed. */
export function SearchBox({ label, value, onValue }: SearchBoxProps) {
  const id = useId();
  const [shown, setShown] = useState({ text: value, of: value });
  // The address changes under the field: back, forward, "Ryd filtre".
  if (shown.of !== value) setShown({ text: value, of: value });
  const take = (text: string): void => {
    if (text.trim() !== value) onValue(text.trim());
  };
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={shown.text}
        onChange={({ target }) => {
          setShown({ text: target.value, of: value });
          if (target.value === '') take('');
        }}
        onBlur={() => take(shown.text)}
        onKeyDown={(event) => (event.key === 'Enter' ? take(shown.text) : undefined)}
      />
    </div>
  );
}
