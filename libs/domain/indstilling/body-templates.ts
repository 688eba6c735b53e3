import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isBlank } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { INDSTILLING_TEMPLATES, TEMPLATE_KEYS } from './sections.js';
import type { IndstillingTemplate, SectionTemplate, TemplateKey } from './sections.js';

/** What a body has of its own for a section: the heading, null where it keeps the usual one, and whether it does without. */
export interface OwnSection {
  readonly heading: string | null;
  readonly off: boolean;
}
/** By template and key of section; what is not named is as usual. */
export type OwnTemplates = Readonly<
  Partial<Record<TemplateKey, Readonly<Record<string, OwnSection>> | undefined>>
>;

/** Whether a body may do without a section: those that may say "none". Files are checked against the list of bilag: it stays. */
export function isOptional({ kind, mayBeNone }: SectionTemplate): boolean {
  return mayBeNone && kind === 'text';
}

/**
 * A template as a body has it, for a text with these sections: under the body's own headings, in the order of the template,
 * without what the body does without. A section that says something is there still: no text is lost because a body
 * switched it off.
 */
export function templateFor(
  own: OwnTemplates,
  key: TemplateKey,
  sections: Readonly<Record<string, RichText>>,
): IndstillingTemplate {
  const template = INDSTILLING_TEMPLATES[key];
  const isThere = (section: SectionTemplate): boolean =>
    own[key]?.[section.key]?.off !== true || !isBlank(sections[section.key] ?? []);
  return {
    ...template,
    sections: template.sections
      .filter(isThere)
      .map((section) => ({ ...section, heading: headingOf(own, key, section) })),
  };
}

/**
 * What a body calls every section there is, by key: as in this template, else as in another that knows the key, since a text
 * keeps the sections of the template it was begun on.
 */
export function headingsFor(own: OwnTemplates, key: TemplateKey): Readonly<Record<string, string>> {
  // Of two that know a key the later counts: its own template, else the first of them.
  const all = [...TEMPLATE_KEYS.filter((other) => other !== key).reverse(), key];
  const named = all.flatMap((each) =>
    INDSTILLING_TEMPLATES[each].sections.map(
      (section) => [section.key, headingOf(own, each, section)] as const,
    ),
  );
  return Object.fromEntries(named);
}

function headingOf(own: OwnTemplates, template: TemplateKey, { key, heading }: SectionTemplate): string {
  return own[template]?.[key]?.heading ?? heading;
}

/**
 * What a body says of its templates, as it is kept. Refusals, at the section: `section-unknown` for one that the template
 * does not have; `section-required` where one that must be answered is switched off; `heading-taken` where two sections of
 * a template are called the same.
 */
export function checkOwnTemplates(own: OwnTemplates): Outcome<OwnTemplates> {
  for (const key of TEMPLATE_KEYS) {
    const outcome = checkOwnSections(key, own[key] ?? {});
    if (!outcome.ok) return outcome;
  }
  return allowed(own);
}

function checkOwnSections(key: TemplateKey, own: Readonly<Record<string, OwnSection>>): Outcome<TemplateKey> {
  const { name, sections } = INDSTILLING_TEMPLATES[key];
  const taken = new Set<string>();
  const unknown = Object.keys(own).find((each) => !sections.some((section) => section.key === each));
  if (unknown !== undefined)
    return refused('section-unknown', `The template "${name}" has no section "${unknown}".`, {
      at: `${key}.${unknown}`,
    });
  for (const section of sections) {
    if (own[section.key]?.off === true && !isOptional(section))
      return refused(
        'section-required',
        `A text on the template "${name}" has the section "${section.key}".`,
        {
          at: `${key}.${section.key}`,
        },
      );
    const heading = comparableHeading(own[section.key]?.heading ?? section.heading);
    if (taken.has(heading))
      return refused('heading-taken', `Two sections of the template "${name}" have the same heading.`, {
        at: `${key}.${section.key}`,
      });
    taken.add(heading);
  }
  return allowed(key);
}

/** A heading as it is told from others, whatever the size of its letters and its spaces. */
function comparableHeading(heading: string): string {
  return heading.replace(/\s+/g, ' ').trim().toLocaleLowerCase('da-DK');
}
