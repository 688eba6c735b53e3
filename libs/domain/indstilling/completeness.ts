import { allowed } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isBlank, plainText } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { compareAttachments, listedAttachments } from './attachment-list.js';
import { leftoversIn } from './placeholders.js';
import { readabilityOf } from './readability.js';
import type { Readability } from './readability.js';
import { splitRecommendation } from './recommendations.js';
import { isDeliberateNone } from './sections.js';
import type { IndstillingTemplate, SectionTemplate } from './sections.js';

/** An indstilling as the check reads it; a section the template has and this does not counts as empty. */
export interface IndstillingContent {
  readonly template: IndstillingTemplate;
  readonly title: string;
  /** Minutes wanted on the agenda; null when not given. */
  readonly minutes: number | null;
  readonly sections: readonly { readonly key: string; readonly text: RichText }[];
  /** Titles of the attached files, in their order. */
  readonly attachments: readonly string[];
  /** The units that are asked for their opinion and have not answered; left out: none. */
  readonly awaitedOpinions?: readonly string[];
}

/** What is wrong; stable, kebab-case. */
export type GapCode =
  | 'title-missing'
  | 'minutes-missing'
  | 'minutes-absurd'
  | 'section-empty'
  | 'section-none'
  | 'section-unknown'
  | 'recommendation-missing'
  | 'placeholder'
  | 'attachment-number'
  | 'attachment-order'
  | 'attachment-not-attached'
  | 'attachment-not-listed'
  | 'attachment-title'
  | 'opinion-awaited'
  | 'too-long'
  | 'hard-to-read';

/** One answer to "Hvad mangler der?". */
export interface Gap {
  readonly code: GapCode;
  /** What blocks keeps the indstilling from being submitted; what warns does not. */
  readonly severity: 'blocks' | 'warns';
  /** `title`, `minutes`, or the key of a section; null when it is the text as a whole. */
  readonly place: string | null;
  /** The words it is about; null when something is absent. */
  readonly excerpt: string | null;
}

const MOST_MINUTES = 480;
const HARD_LIX = 55;

/**
 * Everything an indstilling lacks, from its title to its last section, then hints about the whole (PRODUCT.md,
 * "Indstilling"). Blocks: no title; minutes missing or not a whole number from 1 to 480; a section empty, or "-" where
 * the template wants an answer; no "at"-sentence; a leftover placeholder; a BILAG list that disagrees with the files in
 * number or order. Warns: titles of bilag that differ, a section the template does not have, an opinion that has not come,
 * length, a LIX of 55 or more.
 */
export function gapsOf(content: IndstillingContent): readonly Gap[] {
  const known = new Set(content.template.sections.map((section) => section.key));
  return [
    ...titleGaps(content.title),
    ...minutesGaps(content.minutes),
    ...content.template.sections.flatMap((section) => sectionGaps(section, content)),
    ...content.sections
      .filter((section) => !known.has(section.key) && !isBlank(section.text))
      .map((section) => gap('section-unknown', 'warns', section.key)),
    ...(content.awaitedOpinions ?? []).map((unit) => gap('opinion-awaited', 'warns', null, unit)),
    ...hints(content),
  ];
}

/**
 * The indstilling itself when nothing keeps it from being submitted; else the refusal `indstilling-incomplete`, at the
 * place of the first gap, lifted by its author.
 */
export function checkSubmission(content: IndstillingContent): Outcome<IndstillingContent> {
  const blocking = gapsOf(content).filter(({ severity }) => severity === 'blocks');
  const [first] = blocking;
  if (first === undefined) return allowed(content);
  return {
    ok: false,
    refusal: {
      code: 'indstilling-incomplete',
      rule: `An indstilling is submitted when nothing is missing: ${blocking.map(({ code }) => code).join(', ')}.`,
      liftedBy: 'author',
      ...(first.place === null ? {} : { at: first.place }),
    },
  };
}

/** Length and ease of the running text of an indstilling, its list of bilag left out; null when it has no words. */
export function readabilityOfIndstilling(content: IndstillingContent): Readability | null {
  const texts = content.template.sections
    .filter((section) => section.kind !== 'attachments')
    .map((section) => plainText(textOf(section.key, content)));
  return readabilityOf(texts.join('\n'));
}

function textOf(key: string, content: IndstillingContent): RichText {
  return content.sections.find((section) => section.key === key)?.text ?? [];
}

function gap(
  code: GapCode,
  severity: Gap['severity'],
  place: string | null,
  excerpt: string | null = null,
): Gap {
  return { code, severity, place, excerpt };
}

function placeholderGaps(text: string, place: string): readonly Gap[] {
  return leftoversIn(text).map(({ excerpt }) => gap('placeholder', 'blocks', place, excerpt));
}

function titleGaps(title: string): readonly Gap[] {
  if (title.trim() === '') return [gap('title-missing', 'blocks', 'title')];
  return placeholderGaps(title, 'title');
}

function minutesGaps(minutes: number | null): readonly Gap[] {
  if (minutes === null) return [gap('minutes-missing', 'blocks', 'minutes')];
  const isSensible = Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES;
  return isSensible ? [] : [gap('minutes-absurd', 'blocks', 'minutes', String(minutes))];
}

function sectionGaps(section: SectionTemplate, content: IndstillingContent): readonly Gap[] {
  const text = textOf(section.key, content);
  const plain = plainText(text).trim();
  const own = emptinessGaps(section, plain);
  if (section.kind === 'attachments')
    return [
      ...own,
      ...placeholderGaps(plain, section.key),
      ...compareAttachments(listedAttachments(text), content.attachments).map((fault) =>
        gap(fault.code, fault.severity, section.key, fault.excerpt),
      ),
    ];
  const lacksSentence =
    section.kind === 'recommendation' &&
    own.length === 0 &&
    splitRecommendation(text).sentences.every((sentence) => !/^at\s+\p{L}/u.test(sentence));
  return [
    ...own,
    ...(lacksSentence ? [gap('recommendation-missing', 'blocks', section.key)] : []),
    ...placeholderGaps(plain, section.key),
  ];
}

function emptinessGaps(section: SectionTemplate, plain: string): readonly Gap[] {
  // A lone full stop is what templates leave behind; it says nothing.
  if (/^[\s.]*$/.test(plain)) return [gap('section-empty', 'blocks', section.key)];
  if (isDeliberateNone(plain) && !section.mayBeNone)
    return [gap('section-none', 'blocks', section.key, plain)];
  return [];
}

function hints(content: IndstillingContent): readonly Gap[] {
  const found = readabilityOfIndstilling(content);
  if (found === null) return [];
  return [
    ...(found.words > content.template.suggestedWords
      ? [gap('too-long', 'warns', null, String(found.words))]
      : []),
    ...(found.lix >= HARD_LIX ? [gap('hard-to-read', 'warns', null, String(found.lix))] : []),
  ];
}
