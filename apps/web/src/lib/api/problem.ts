import type { Problem } from '../../../../../libs/contracts/problem.js';
import { da } from '../../texts/da.js';

/** Anything that went wrong on the way to the api: a problem response, or no answer at all. */
export class ApiError extends Error {
  constructor(readonly problem: Pick<Problem, 'code' | 'status'> & Partial<Problem>) {
    super(problem.code);
  }
}

/** The problem of a request that got no answer. */
export function noAnswer(): ApiError {
  return new ApiError({ code: 'no-answer', status: 0 });
}

/** The problem in an answer that is not a success; an answer of another form is told by its status. */
export function problemIn(status: number, body: unknown): ApiError {
  return new ApiError(
    isProblem(body) ? body : { code: status === 404 ? 'not-found' : 'internal-error', status },
  );
}

function isProblem(body: unknown): body is Problem {
  return (
    body !== null &&
    typeof body === 'object' &&
    'code' in body &&
    typeof body.code === 'string' &&
    'status' in body
  );
}

/** The status of whatever was thrown; 0 when there was no answer, 500 when it was a fault of our own. */
export function statusOf(error: unknown): number {
  return error instanceof ApiError ? error.problem.status : 500;
}

/** What went wrong as a Danish sentence, with who can lift it when the rule says so; a sentence is itself. */
export function sentenceOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (!(error instanceof ApiError)) return da.problems.byCode['internal-error'];
  return ruleInWords(error.problem.code, error.problem.liftedBy ?? null);
}

/** A rule's code as a Danish sentence, with who can lift it. A code without words of its own gets general ones. */
export function ruleInWords(code: string, liftedBy: string | null): string {
  const byCode: Readonly<Partial<Record<string, string>>> = da.problems.byCode;
  const sentence = byCode[code] ?? da.problems.unknown;
  const lifter = liftedBy === null ? null : lifterInWords(liftedBy);
  return lifter === null ? sentence : `${sentence} ${da.problems.canBeLifted(lifter)}`;
}

/** Who can lift a rule, in Danish: a role, or several as `the chair, the rådmand or the director`; null when one has no words. */
export function lifterInWords(liftedBy: string): string | null {
  const words: Readonly<Partial<Record<string, string>>> = da.problems.liftedBy;
  const whole = words[liftedBy];
  if (whole !== undefined) return whole;
  const parts = liftedBy.split(/, | or /).map((part) => words[part]);
  const [last, ...others] = parts.filter((part) => part !== undefined).reverse();
  if (last === undefined || others.length + 1 < parts.length) return null;
  return others.length === 0 ? last : `${others.reverse().join(', ')} eller ${last}`;
}

/** The id a helpdesk can look up, where the answer gave one. */
export function referenceOf(error: unknown): string | null {
  return error instanceof ApiError ? (error.problem.instance ?? null) : null;
}
