import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { isDeliberateNone } from '../../../../../../libs/domain/indstilling/index.js';
import { plainText } from '../../../../../../libs/domain/text/index.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { Section } from '../../../components/ui/section.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { sectionName } from '../fields.js';
import { headingOf } from '../headings.js';

/** The sections of an indstilling as they are read. */
export function ReadSections({ indstilling }: { readonly indstilling: IndstillingView }) {
  return Object.entries(indstilling.sections).map(([key, blocks]) => (
    <div key={key} id={sectionName(key)} tabIndex={-1}>
      <Section title={headingOf(indstilling.template, key)}>
        {blocks.length === 0 || isDeliberateNone(plainText(blocks)) ? (
          <p className="meta">{blocks.length === 0 ? text.empty : '–'}</p>
        ) : (
          <RichText blocks={blocks} />
        )}
      </Section>
    </div>
  ));
}
