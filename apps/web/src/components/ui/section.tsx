import { useId } from 'react';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Section({ title, wide = false, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={wide ? 'section section-wide' : 'section'}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
