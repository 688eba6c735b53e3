import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { isDeliberateNone } from '../../../../../../libs/domain/indstilling/index.js';
import { plainText } from '../../../../../../libs/domain/text/index.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { emptySection } from '../../../texts/empty-section.js';

interface SectionTextProps {
  readonly blocks: IndstillingView['sections'][string];
  readonly headings?: 'h3' | 'h4';
}

/** What a section of an indstilling says; that it says nothing is said too. */
export function SectionText({ blocks, headings }: SectionTextProps) {
  if (blocks.length === 0) return <p className="meta">{emptySection}</p>;
  if (isDeliberateNone(plainText(blocks))) return <p className="meta">–</p>;
  return <RichText blocks={blocks} headings={headings} />;
}
