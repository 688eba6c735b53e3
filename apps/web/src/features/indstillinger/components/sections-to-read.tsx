import type { ReactNode } from 'react';
import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { decisionFirst } from '../decision-first.js';
import { headingOf } from '../headings.js';
import { SectionText } from './section-text.js';

interface SectionsToReadProps {
  readonly indstilling: IndstillingView;
  /** What stands between what is to be decided and the rest: the steps of who decides. */
  readonly afterDecision: ReactNode;
}

/** An indstilling as it is read with its point: what is to be decided, then the rest in its order. */
export function SectionsToRead({ indstilling, afterDecision }: SectionsToReadProps) {
  const { decision, rest } = decisionFirst(indstilling);
  const shown = (sections: typeof rest) =>
    sections.map(([key, blocks]) => (
      <div key={key} data-section={key}>
        <h2>{headingOf(indstilling, key)}</h2>
        <SectionText blocks={blocks} headings="h3" />
      </div>
    ));
  return (
    <>
      {shown(decision)}
      {afterDecision}
      {shown(rest)}
    </>
  );
}
