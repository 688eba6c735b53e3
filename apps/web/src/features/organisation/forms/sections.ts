import type { BodySettings } from '../../../../../../libs/contracts/organisation.js';
import { checkOwnTemplates, isOptional } from '../../../../../../libs/domain/indstilling/body-templates.js';
import { INDSTILLING_TEMPLATES, TEMPLATE_KEYS } from '../../../../../../libs/domain/indstilling/sections.js';
import type { SectionTemplate, TemplateKey } from '../../../../../../libs/domain/indstilling/sections.js';
import type { Faults, Fields } from '../../../lib/form.js';
import { capitalised } from '../../../lib/formats.js';
import { bodySections as text } from '../../../texts/body-sections.js';
import { indstilling } from '../../../texts/indstilling.js';
import { quoted } from '../../../texts/quoted.js';

export type OwnSections = BodySettings['sections'];

/** The field of the heading of a section, or the one that says whether it is used. */
export const headingField = (template: TemplateKey, key: string): string => `${template}-${key}`;
export const useField = (template: TemplateKey, key: string): string => `${template}-${key}-used`;

const ALL = TEMPLATE_KEYS.flatMap((template) =>
  INDSTILLING_TEMPLATES[template].sections.map((section) => ({ template, section })),
);

/** What a section is usually called, as the screens show it. */
export const usualHeading = ({ heading }: SectionTemplate): string =>
  quoted(capitalised(heading.toLocaleLowerCase('da-DK')));

/** The labels of all fields; beside somebody else's, each says which template it is about. */
export const SECTION_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  ALL.flatMap(({ template, section }) => {
    const name = indstilling.templates[template];
    return [
      [headingField(template, section.key), `${name}: ${text.heading(usualHeading(section))}`],
      [useField(template, section.key), `${name}: ${text.use(usualHeading(section))}`],
    ];
  }),
);

export function sectionFields(own: OwnSections): Fields<string> {
  return Object.fromEntries(
    ALL.flatMap(({ template, section: { key } }) => {
      const said = own[template]?.[key];
      return [
        [headingField(template, key), said?.heading ?? ''],
        [useField(template, key), said?.off === true ? '' : 'yes'],
      ];
    }),
  );
}

/** What is kept of the fields: only what is not as usual. */
export function sectionsOf(fields: Fields<string>): OwnSections {
  const own: Partial<Record<TemplateKey, Record<string, { heading: string | null; off: boolean }>>> = {};
  for (const { template, section } of ALL) {
    const written = (fields[headingField(template, section.key)] ?? '').trim();
    const isUsual = ['', section.heading.toLocaleLowerCase('da-DK')].includes(
      written.toLocaleLowerCase('da-DK'),
    );
    const off = isOptional(section) && fields[useField(template, section.key)] !== 'yes';
    if (isUsual && !off) continue;
    own[template] = { ...own[template], [section.key]: { heading: isUsual ? null : written, off } };
  }
  return own;
}

export function sectionFaults(fields: Fields<string>): Faults<string> {
  const long = ALL.map(({ template, section }) => headingField(template, section.key)).filter(
    (name) => (fields[name] ?? '').trim().length > 60,
  );
  const outcome = checkOwnTemplates(sectionsOf(fields));
  const at = outcome.ok ? undefined : outcome.refusal.at;
  return {
    ...(at === undefined ? {} : { [at.replace('.', '-')]: text.fault.taken }),
    ...Object.fromEntries(long.map((name) => [name, text.fault.long])),
  };
}

/** How a field is told beside somebody else's. */
export function sectionInWords(name: string, value: string): string {
  if (name.endsWith('-used')) return value === 'yes' ? text.used : text.unused;
  return value === '' ? text.usual : value;
}
