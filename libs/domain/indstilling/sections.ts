/** What a section holds: running text, the numbered "at"-sentences, or the list of bilag. */
export type SectionKind = 'text' | 'recommendation' | 'attachments';

/** A section of a template, as data. */
export interface SectionTemplate {
  readonly key: string;
  /** The heading as printed, in Danish. */
  readonly heading: string;
  readonly kind: SectionKind;
  /** Whether "-" is a valid answer, a deliberate "none"; a section where it is not must say something. */
  readonly mayBeNone: boolean;
}

/** The templates an indstilling can be written on. */
export const TEMPLATE_KEYS = ['raadmand', 'council', 'briefing', 'cover-note'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** A template: its Danish name, the words its "at"-sentences follow, and its sections in the order printed. */
export interface IndstillingTemplate {
  readonly key: TemplateKey;
  readonly name: string;
  /** Printed before the "at"-sentences; null when the template asks for no decision. */
  readonly recommendationLead: string | null;
  /** Words a text of this kind is best kept within; more is a hint, never a refusal. */
  readonly suggestedWords: number;
  readonly sections: readonly SectionTemplate[];
}

/** What a department's own bodies offer, and what those that decide for the whole municipality do, until they choose others. */
export const DEPARTMENT_TEMPLATES: readonly TemplateKey[] = ['raadmand', 'briefing', 'cover-note', 'council'];
export const MUNICIPAL_TEMPLATES: readonly TemplateKey[] = ['council', 'briefing', 'cover-note', 'raadmand'];

function section(key: string, heading: string, more: Partial<SectionTemplate> = {}): SectionTemplate {
  return { key, heading, kind: 'text', mayBeNone: false, ...more };
}

const MAY_BE_NONE = { mayBeNone: true };
const RECOMMENDATION = { kind: 'recommendation' } as const;
const ATTACHMENTS = { kind: 'attachments', mayBeNone: true } as const;

/** The templates by key (PRODUCT.md, "Indstilling"); briefing is an orientering, cover-note a forklæde. */
export const INDSTILLING_TEMPLATES: Readonly<Record<TemplateKey, IndstillingTemplate>> = {
  raadmand: {
    key: 'raadmand',
    name: 'Rådmandsindstilling',
    recommendationLead: 'Det indstilles,',
    suggestedWords: 800,
    sections: [
      section('introduction', 'INDLEDNING'),
      section('recommendation', 'INDSTILLING', RECOMMENDATION),
      section('statement', 'SAGSFREMSTILLING'),
      section('resources', 'RESSOURCER', MAY_BE_NONE),
      section('communication', 'KOMMUNIKATION', MAY_BE_NONE),
      section('further-process', 'VIDERE PROCES', MAY_BE_NONE),
      section('coordinated-with', 'KOORDINERET MED', MAY_BE_NONE),
      section('attachments', 'BILAG', ATTACHMENTS),
    ],
  },
  council: {
    key: 'council',
    name: 'Indstilling til byrådet via magistraten',
    recommendationLead: 'Det indstilles,',
    suggestedWords: 1600,
    sections: [
      section('summary', 'Resume'),
      section('recommendation', 'Beslutningspunkter', RECOMMENDATION),
      section('background', 'Baggrund'),
      section('effect', 'Effekt', MAY_BE_NONE),
      section('service', 'Ydelse', MAY_BE_NONE),
      section('organisation', 'Organisering', MAY_BE_NONE),
      section('resources', 'Ressourcer', MAY_BE_NONE),
    ],
  },
  briefing: {
    key: 'briefing',
    name: 'Orientering',
    recommendationLead: null,
    suggestedWords: 800,
    sections: [
      section('introduction', 'INDLEDNING'),
      section('statement', 'SAGSFREMSTILLING'),
      section('further-process', 'VIDERE PROCES', MAY_BE_NONE),
      section('coordinated-with', 'KOORDINERET MED', MAY_BE_NONE),
      section('attachments', 'BILAG', ATTACHMENTS),
    ],
  },
  'cover-note': {
    key: 'cover-note',
    name: 'Forklæde',
    recommendationLead: null,
    suggestedWords: 400,
    sections: [
      section('background', 'BAGGRUND OG FORMÅL'),
      section('summary', 'RESUME'),
      section('further-process', 'VIDERE PROCES', MAY_BE_NONE),
      section('attachments', 'BILAG', ATTACHMENTS),
    ],
  },
};

/** The text that says "none" deliberately: a hyphen or a dash alone. */
export function isDeliberateNone(plain: string): boolean {
  return /^[-–—]$/.test(plain.trim());
}
