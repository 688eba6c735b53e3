import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import {
  INDSTILLING_TEMPLATES,
  joinRecommendation,
  splitRecommendation,
} from '../../../../../libs/domain/indstilling/index.js';
import type { TemplateKey } from '../../../../../libs/domain/indstilling/index.js';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import type { Saved } from '../../lib/autosave/autosave.js';
import type { KeptDraft } from '../../lib/autosave/drafts.js';
import type { Faults } from '../../lib/form.js';
import { minutesIn } from '../../lib/typed-minutes.js';
import { normalText } from '../../lib/rich-text/normal.js';
import { isFormatted, textToType, typedText } from '../../lib/typed-text.js';
import { indstilling as words } from '../../texts/indstilling.js';
import { sectionOf } from './sections.js';

const FACTS = ['title', 'minutes', 'caseNumber', 'wantedMeetingId', 'month'] as const;
export type Fact = (typeof FACTS)[number];
/** The name of the field that a section is typed into. */
export type SectionName = `section.${string}`;
export type IndstillingField = Fact | SectionName;
/** An indstilling as one writes in it: every fact a text, every section its blocks. */
export type IndstillingFields = Readonly<Record<Fact, string>> & Readonly<Record<SectionName, RichText>>;

export const sectionName = (key: string): SectionName => `section.${key}`;

/** A section as it is typed into: of a recommendation its "at"-sentences, one a line. */
export function sectionToType(template: TemplateKey, key: string, text: RichText): string {
  return isAllSentences(template, key, text)
    ? splitRecommendation(text).sentences.join('\n')
    : textToType(text);
}

/** Whether a section is written as "at"-sentences alone: whatever else stands around them is written with them. */
export function isAllSentences(template: TemplateKey, key: string, text: RichText): boolean {
  if (sectionOf(template, key)?.kind !== 'recommendation') return false;
  const { lead, sentences, rest } = splitRecommendation(text);
  return (
    text.length === 0 ||
    (sentences.length > 0 && rest === '' && ['', leadOf(template)].includes(lead) && isPlainlyBuilt(text))
  );
}

/** The words that stand before the "at"-sentences of a template. */
export const leadOf = (template: TemplateKey): string =>
  INDSTILLING_TEMPLATES[template].recommendationLead ?? '';

/** Sentences in one list behind at most one paragraph, or in paragraphs that have no formatting to lose. */
function isPlainlyBuilt(text: RichText): boolean {
  const lists = text.filter(({ type }) => type === 'bullet-list' || type === 'numbered-list');
  return lists.length === 1 && text.length <= 2
    ? text.at(-1) === lists[0]
    : !isFormatted(text) && lists.length === 0;
}

/** The section that was typed; what nobody typed into keeps its formatting. */
export function typedSection(template: TemplateKey, key: string, typed: string, before: RichText): RichText {
  if (!isAllSentences(template, key, before)) return typedText(typed, before);
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return [];
  const items = lines.map((text) => ({
    content: [{ text: text.replace(/^(?:\d{1,2}[.)]|[-•–])\s+/u, '') }],
  }));
  const { sentences } = splitRecommendation([{ type: 'numbered-list', items }]);
  return joinRecommendation({ lead: leadOf(template), sentences, rest: '' });
}

/** Whether two typed texts give the same section where one stands. */
export function isSameSection(
  template: TemplateKey,
  key: string,
  [one, other]: readonly [string, string],
  standing: RichText,
): boolean {
  const text = (typed: string): string =>
    sectionToType(template, key, typedSection(template, key, typed, standing));
  return one === other || text(one) === text(other);
}

export function savedIndstilling(view: IndstillingView): Saved<IndstillingFields> {
  const { title, minutes, caseNumber, wantedMeetingId, month, version } = view;
  const sections = Object.entries(view.sections).map(([key, text]) => [sectionName(key), normalText(text)]);
  return {
    fields: {
      ...(Object.fromEntries(sections) as Record<SectionName, RichText>),
      ...{ title, minutes: minutes === null ? '' : String(minutes), caseNumber: caseNumber ?? '' },
      ...{ wantedMeetingId: wantedMeetingId ?? '', month: month ?? '' },
    },
    version,
  };
}

/** What the api is sent of what was typed. */
export function indstillingPatch(typed: Partial<IndstillingFields>): object {
  const facts: Record<string, unknown> = {};
  const sections: Record<string, RichText> = {};
  for (const [name, value] of Object.entries(typed) as [IndstillingField, string | RichText][]) {
    if (typeof value !== 'string') sections[name.slice('section.'.length)] = value;
    else if (name === 'minutes') facts[name] = minutesIn(value) ?? null;
    else facts[name] = name === 'title' ? value : value.trim() === '' ? null : value.trim();
  }
  return { ...facts, ...(Object.keys(sections).length === 0 ? {} : { sections }) };
}

export function isSectionName(name: string): name is SectionName {
  return name.startsWith('section.');
}

/** What is wrong with what was typed, at its field; it is not sent then. */
export function indstillingFaults({ title, minutes }: Partial<IndstillingFields>): Faults<Fact> {
  return {
    ...(title?.trim() === '' ? { title: words.fault.title } : {}),
    ...(minutes !== undefined && minutesIn(minutes) === undefined ? { minutes: words.fault.minutes } : {}),
  };
}

/** An indstilling as the api told of it in a refusal; null when it is none. */
export function indstillingIn(current: unknown): IndstillingView | null {
  const isOne = isRecord(current) && typeof current.title === 'string' && isRecord(current.sections);
  // The tests of the api hold its refusals to the contract.
  return isOne ? (current as unknown as IndstillingView) : null;
}

/** Whether what was kept on the device is a draft of an indstilling. */
export function isIndstillingDraft(kept: unknown): kept is KeptDraft<IndstillingFields> {
  if (!isRecord(kept) || typeof kept.version !== 'number') return false;
  const { typed, base } = kept;
  return isFields(typed) && isFields(base) && FACTS.every((name) => typeof base[name] === 'string');
}

function isFields(fields: unknown): fields is Readonly<Record<string, unknown>> {
  if (!isRecord(fields)) return false;
  return Object.entries(fields).every(([name, value]) =>
    isSectionName(name) ? isText(value) : typeof value === 'string' && FACTS.some((fact) => fact === name),
  );
}

// What was kept was written by this page: blocks of another form would be refused by the api.
const isText = (value: unknown): boolean =>
  Array.isArray(value) && value.every((block) => isRecord(block) && typeof block.type === 'string');

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
