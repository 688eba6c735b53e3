import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { isDeliberateNone } from '../../../../../../libs/domain/indstilling/index.js';
import { plainText } from '../../../../../../libs/domain/text/index.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { Section } from '../../../components/ui/section.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { sectionName, sectionOf } from '../fields.js';
import { headingOf } from '../headings.js';

/** The sections of an indstilling as they are read. */
export function ReadSections({ indstilling }: { readonly indstilling: IndstillingView }) {
  return Object.entries(indstilling.sections).map(([key, blocks]) => (
    <div key={key} id={sectionName(key)} tabIndex={-1}>
      <Section title={headingOf(indstilling.template, key)}>
        <SectionText blocks={blocks} />
      </Section>
    </div>
  ));
}

type Blocks = IndstillingView['sections'][string];

function SectionText({ blocks }: { readonly blocks: Blocks }) {
  if (blocks.length === 0) return <p className="meta">{text.empty}</p>;
  return isDeliberateNone(plainText(blocks)) ? <p className="meta">–</p> : <RichText blocks={blocks} />;
}

/** The sections on the page of something else: what is to be decided first, then the rest in its order. */
export function EmbeddedSections({ indstilling }: { readonly indstilling: IndstillingView }) {
  const { template } = indstilling;
  const isDecision = (key: string): boolean => sectionOf(template, key)?.kind === 'recommendation';
  const sections = Object.entries(indstilling.sections);
  const inOrder = [
    ...sections.filter(([key]) => isDecision(key)),
    ...sections.filter(([key]) => !isDecision(key)),
  ];
  return inOrder.map(([key, blocks]) => (
    <div key={key}>
      <h3>{headingOf(template, key)}</h3>
      <SectionText blocks={blocks} />
    </div>
  ));
}
