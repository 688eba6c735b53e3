import { useId, useState } from 'react';
import { dateInText, todayInDenmark } from '../../lib/formats.js';
import { typedDate } from '../../lib/typed-date.js';
import { da } from '../../texts/da.js';

interface DateBoxProps {
  readonly label: string;
  readonly date: string;
  readonly onDate: (date: string) => void;
}

/** A date among filters, typed as Danes write dates; it counts when the field is left or Enter is pressed. */
export function DateBox({ label, date, onDate }: DateBoxProps) {
  const id = useId();
  const [text, setText] = useState(dateInText(date));
  const [wrong, setWrong] = useState(false);
  const take = (): void => {
    const typed = typedDate(text, todayInDenmark());
    setWrong(typed === null);
    if (typed === null) return;
    setText(dateInText(typed));
    if (typed !== date) onDate(typed);
  };
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={text}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-fault` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => (event.key === 'Enter' ? take() : undefined)}
      />
      {wrong ? (
        <p id={`${id}-fault`} className="fault">
          {da.admin.fault.date(label)}
        </p>
      ) : null}
    </div>
  );
}
