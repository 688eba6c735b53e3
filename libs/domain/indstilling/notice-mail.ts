import { clockInText, localOf, printWeekdayDate } from '../calendar/index.js';
import type { IsoDate, UtcInstant } from '../calendar/index.js';
import type { Notice } from '../sending/index.js';
import type { NoticeOfStepKind } from './notices.js';

/** What a mail tells of: a step, or that the unit of whoever is told is asked for its opinion. */
const TOLD_KINDS = ['arrived', 'asked', 'returned', 'rejected', 'approved'] as const;
type ToldKind = NoticeOfStepKind | 'asked';

/** One indstilling in a mail, and the step or the question that is told of. */
export interface NoticedStep {
  readonly kind: ToldKind;
  /** Null where the indstilling is of something closed: mails are read in the open, so its words are left out. */
  readonly words: { readonly title: string; readonly reason: string | null } | null;
  readonly bodyName: string;
  /** Who took the step, or asked; null where that is not known. */
  readonly by: string | null;
  readonly at: UtcInstant;
  readonly link: string;
  /** Of a question: the last day to answer on. */
  readonly dueOn?: IsoDate;
}

const HEADINGS: Readonly<Record<ToldKind, string>> = {
  arrived: 'Venter på dig',
  asked: 'Din enhed er bedt om en udtalelse',
  returned: 'Returneret til dig',
  rejected: 'Afvist',
  approved: 'Godkendt og klar til dagsorden',
};

const DONE: Readonly<Record<ToldKind, string>> = {
  arrived: 'Sendt til dig',
  asked: 'Spurgt',
  returned: 'Returneret',
  rejected: 'Afvist',
  approved: 'Godkendt',
};

const SUBJECTS: Readonly<Record<ToldKind, string>> = {
  arrived: 'venter på dig',
  asked: 'venter på en udtalelse fra din enhed',
  returned: 'er returneret til dig',
  rejected: 'er afvist',
  approved: 'er godkendt',
};

const counts = (number: number): string => `${number} ${number === 1 ? 'indstilling' : 'indstillinger'}`;

/**
 * The mail that tells somebody, in Danish, of indstillinger that came to them, or that their unit is asked about: what each is called, who sent it on and when,
 * why it came back, and where it is. The subject says how many and never which (PRODUCT.md, rule 2). `profile` is where one
 * says how often. Lines end in `\n`.
 */
export function noticeOfStepsText(steps: readonly NoticedStep[], profile: string): Notice {
  const groups = TOLD_KINDS.flatMap((kind) => {
    const own = steps.filter((step) => step.kind === kind);
    return own.length === 0 ? [] : [`${HEADINGS[kind]}:`, ...own.map(paragraphOf)];
  });
  const parts = [
    ...groups,
    `Du skal logge ind for at læse indstillingerne. Hvor ofte du får denne mail, vælger du på din profil:\n${profile}`,
  ];
  return { subject: subjectOf(steps), text: `${parts.join('\n\n')}\n` };
}

function subjectOf(steps: readonly NoticedStep[]): string {
  const [first, ...others] = new Set(steps.map(({ kind }) => kind));
  // One that both waits for somebody and asks their unit is one.
  const number = new Set(steps.map(({ link }) => link)).size;
  if (first === undefined || others.length > 0) return `Nyt om ${counts(number)}`;
  return `${counts(number)} ${SUBJECTS[first]}`;
}

function paragraphOf({ kind, words, bodyName, by, at, link, dueOn }: NoticedStep): string {
  const { date, time } = localOf(at);
  const who = by === null ? '' : ` af ${by}`;
  const reason = words?.reason ?? null;
  const lines = [
    `– ${words === null ? 'En indstilling i en lukket sag' : `${words.title} (${bodyName})`}`,
    `  ${DONE[kind]}${who} ${printWeekdayDate(date)} ${clockInText(time)}`,
    ...(words === null || dueOn === undefined ? [] : [`  Svar senest ${printWeekdayDate(dueOn)}`]),
    ...(reason === null ? [] : `Begrundelse: ${reason}`.split('\n').map((line) => `  ${line}`.trimEnd())),
    `  ${link}`,
  ];
  return lines.join('\n');
}
