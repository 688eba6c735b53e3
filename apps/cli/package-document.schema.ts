import { z } from 'zod';
import { isClockTime, isIsoDate } from '../../libs/domain/calendar/index.js';
import { OUTCOMES } from '../../libs/domain/decision/index.js';
import type { PackageDocument } from '../../libs/domain/imports/index.js';

const text = z.string();
const optionalText = text.nullable();
const texts = z.array(text);
const date = text.refine(isIsoDate, { error: 'there is no such date (YYYY-MM-DD)' }).nullable();
const time = text.refine(isClockTime, { error: 'there is no such time (HH:MM)' }).nullable();
const MINUTES_OF_A_DAY = 1440;
const minutes = z.number().int().min(0).max(MINUTES_OF_A_DAY).nullable();
const visibility = z.enum(['open', 'closed']);
const line = z.number().int().min(1);
const lines = z
  .strictObject({ from: line, to: line })
  .refine(({ from, to }) => from <= to, { error: 'from comes after to' });

const letterhead = z.strictObject({
  unit: optionalText,
  lines: texts,
  phones: texts,
  emails: texts,
  caseworkers: texts,
});

const meeting = z.strictObject({
  body: optionalText,
  date,
  start: time,
  end: time,
  place: optionalText,
  caseNumber: optionalText,
  participants: texts,
});

const point = z.strictObject({
  number: text,
  title: text,
  durationMinutes: minutes,
  timeFrom: time,
  timeTo: time,
  purpose: optionalText,
  method: optionalText,
  responsible: optionalText,
  attending: optionalText,
  attachments: z.array(z.strictObject({ title: text, visibility, lines: lines.nullable() })),
  visibility,
  decision: z.strictObject({ outcome: z.enum(OUTCOMES.map(({ code }) => code)).nullable(), text }).nullable(),
});

const indstilling = z.strictObject({
  title: optionalText,
  minutes,
  unit: optionalText,
  month: optionalText,
  author: z.strictObject({ name: optionalText, phone: optionalText, email: optionalText }),
  recommendations: texts,
  sections: z.array(z.strictObject({ key: text, heading: text, text })),
  attachments: texts,
});

const followUp = z.strictObject({
  point: optionalText,
  responsible: optionalText,
  action: text,
  sentence: text,
  raisedBy: optionalText,
  due: z.strictObject({
    text: optionalText,
    date,
    kind: z.enum(['none', 'proposed', 'firm', 'recurring', 'event']),
  }),
});

/** One entry of `documents` as `import --json` prints it, and nothing else. */
export const packageDocument = z.strictObject({
  kind: z.enum(['agenda', 'minutes', 'indstilling']),
  lines,
  documentDate: date,
  letterhead,
  meeting,
  points: z.array(point),
  indstilling: indstilling.nullable(),
  followUps: z.array(followUp),
  warnings: z.array(z.strictObject({ code: text, text, line: line.nullable() })),
}) satisfies z.ZodType<PackageDocument>;

/** What is wrong with an input, a line for each fault, with the path to it: `points[3].timeFrom: there is no such time`. */
export function faultsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
    const where = path.join('').replace(/^\./, '');
    return `${where === '' ? 'the whole' : where}: ${issue.message}`;
  });
}
