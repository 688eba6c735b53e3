import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { sectionOf } from './sections.js';

type Section = readonly [key: string, blocks: IndstillingView['sections'][string]];

/** The sections of an indstilling as they are read elsewhere than on its own page: what is to be decided apart from the rest. */
export function decisionFirst({ template, sections }: Pick<IndstillingView, 'template' | 'sections'>): {
  readonly decision: readonly Section[];
  readonly rest: readonly Section[];
} {
  const isDecision = ([key]: Section): boolean => sectionOf(template, key)?.kind === 'recommendation';
  const all = Object.entries(sections);
  return { decision: all.filter(isDecision), rest: all.filter((section) => !isDecision(section)) };
}
