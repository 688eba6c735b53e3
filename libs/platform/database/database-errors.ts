import { QueryFailedError } from 'typeorm';
import { ProblemError, problemOf } from '../http/problem-error.js';

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  // PostgreSQL class 08 and the codes of a server that stops or starts.
  '08000',
  '08003',
  '08006',
  '08001',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

function codeOf(error: unknown): string | null {
  if (error === null || typeof error !== 'object') return null;
  if ('driverError' in error) return codeOf(error.driverError);
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Tells whether an error means that the database could not be reached, as opposed to having refused something. */
export function isConnectionLoss(error: unknown): boolean {
  if (CONNECTION_CODES.has(codeOf(error) ?? '')) return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

/** Tells whether the database rolled a transaction back because it and another waited for each other. */
export function isDeadlock(error: unknown): boolean {
  return codeOf(error) === '40P01';
}

/** Tells whether the database could not read a value as what its column holds (class 22), such as an id that is none. */
export function isUnreadableValue(error: unknown): boolean {
  return error instanceof QueryFailedError && (codeOf(error) ?? '').startsWith('22');
}

/** The problem that a broken constraint of the schema means; null when the error is something else. */
export function constraintProblem(error: unknown): ProblemError | null {
  if (!(error instanceof QueryFailedError)) return null;
  const driver: unknown = error.driverError;
  const constraint =
    driver !== null && typeof driver === 'object' && 'constraint' in driver
      ? String(driver.constraint)
      : 'a constraint';
  switch (codeOf(error)) {
    case '23505':
      return problemOf('already-exists', `Another one has the same value (${constraint}).`);
    case '23503':
      return /^\s*delete\b/i.test(error.query)
        ? problemOf('in-use', `Something still refers to it (${constraint}).`)
        : problemOf('reference-not-found', `What it refers to is not there (${constraint}).`);
    case '23514':
      return new ProblemError('value-not-allowed', `The value breaks the rule ${constraint}.`);
    default:
      return null;
  }
}
