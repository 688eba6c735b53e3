const PATHS = {
  alert: 'M8 2 14.5 13.5h-13zM8 6.5v3.5M8 11.6v.6',
  arrowBack: 'M6.5 3 2.5 7l4 4M2.5 7h7a4 4 0 0 1 0 8',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3.2l2.2 1.3',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  pencil: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z',
  arrowRight: 'M3 8h9.5M8.5 4l4 4-4 4',
  chevronDown: 'M4 6l4 4 4-4',
  chevronLeft: 'M10 3.5 5.5 8l4.5 4.5',
  chevronRight: 'M6 3.5 10.5 8 6 12.5',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8M3 13.5c.4-2.6 2.3-4 5-4s4.6 1.4 5 4',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word; it says nothing the word does not. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
