import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { Section } from '../../../components/ui/section.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { decisionFirst } from '../decision-first.js';
import { sectionName } from '../fields.js';
import { headingOf } from '../headings.js';
import { SectionText } from './section-text.js';

/** The sections of an indstilling as they are read. */
export function ReadSections({ indstilling }: { readonly indstilling: IndstillingView }) {
  return Object.entries(indstilling.sections).map(([key, blocks]) => (
    <div key={key} id={sectionName(key)} tabIndex={-1}>
      <Section title={headingOf(indstilling, key)}>
        <SectionText blocks={blocks} />
      </Section>
    </div>
  ));
}

/** The sections on the page of something else: what is to be decided and what is proposed first, then the rest in its order. */
export function EmbeddedSections({ indstilling }: { readonly indstilling: IndstillingView }) {
  const { decision, rest } = decisionFirst(indstilling);
  const { proposal } = indstilling;
  const headed = (sections: typeof rest) =>
    sections.map(([key, blocks]) => (
      <div key={key}>
        <h3>{headingOf(indstilling, key)}</h3>
        <SectionText blocks={blocks} />
      </div>
    ));
  return (
    <>
      {headed(decision)}
      {proposal === null ? null : (
        <div>
          <h3>{text.proposal}</h3>
          <SectionText blocks={proposal.text} />
        </div>
      )}
      {headed(rest)}
    </>
  );
}
