import { PROBLEMS, RULE_STATUS } from '../../contracts/problem.js';
import type { Problem, ProblemCode } from '../../contracts/problem.js';
import type { Ability } from '../../contracts/rights.js';

/** A rule's refusal in the shape that `libs/domain/outcome.ts` gives it. */
export interface RefusedByRule {
  readonly code: string;
  readonly rule: string;
  readonly at?: string;
  readonly liftedBy?: string;
}

type ProblemExtras = Partial<Pick<Problem, 'at' | 'liftedBy' | 'faults' | 'current'>>;

/** The one exception of the edge: it becomes a problem response, on the command line a message. */
export class ProblemError extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(`${code}: ${detail}`);
  }

  /** The HTTP status the code answers with: 422 for a domain rule that is not about state. */
  get status(): number {
    return isListed(this.code) ? PROBLEMS[this.code].status : (RULE_STATUS[this.code] ?? 422);
  }

  get title(): string {
    return isListed(this.code) ? PROBLEMS[this.code].title : 'A rule stops this';
  }
}

function isListed(code: string): code is ProblemCode {
  return code in PROBLEMS;
}

/** A problem with one of the listed codes. */
export function problemOf(code: ProblemCode, detail: string, extras: ProblemExtras = {}): ProblemError {
  return new ProblemError(code, detail, extras);
}

/** The problem of something that is not there: `notFound('meeting', id)`. */
export function notFound(thing: string, id: string): ProblemError {
  return problemOf('not-found', `There is no ${thing} ${id}.`);
}

/** Throws a refusal as the problem it is. */
export function refuse(refusal: RefusedByRule): never {
  const { code, rule, ...extras } = refusal;
  throw new ProblemError(code, rule, extras);
}

/** The value of an outcome; throws its refusal as a problem. */
export function orRefuse<T>(outcome: { ok: true; value: T } | { ok: false; refusal: RefusedByRule }): T {
  return outcome.ok ? outcome.value : refuse(outcome.refusal);
}

/** What a policy answers: yes, or the rule that says no. */
type PolicyAnswer = true | RefusedByRule;

/** Throws what a policy refuses. */
export function allow(answer: PolicyAnswer): void {
  if (answer !== true) refuse(answer);
}

/** What a policy answers in the shape that travels with a resource. */
export function abilityOf(answer: PolicyAnswer): Ability {
  if (answer === true) return true;
  const { code, rule, liftedBy } = answer;
  return { code, rule, ...(liftedBy === undefined ? {} : { liftedBy }) };
}
