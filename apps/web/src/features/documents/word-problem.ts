import { ApiError } from '../../lib/api/problem.js';
import { word } from '../../texts/word.js';

/** What a Word file was refused for, in words of its own where it has any; else the error itself. */
export function wordProblem(error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  const words: Readonly<Partial<Record<string, string>>> = word.problems;
  return words[error.problem.code] ?? error;
}
