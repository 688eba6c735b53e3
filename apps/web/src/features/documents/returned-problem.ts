import { ApiError } from '../../lib/api/problem.js';
import { dateInText } from '../../lib/formats.js';
import { returned } from '../../texts/returned.js';

/** What a returned document was refused for, in words of its own where it has any; else the error itself. */
export function returnedProblem(error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  const { code, faults } = error.problem;
  const [meeting] = faults ?? [];
  if (code === 'returned-elsewhere' && meeting)
    return returned.elsewhere(`${meeting.rule}, ${dateInText(meeting.at)}`);
  const words: Readonly<Partial<Record<string, string>>> = returned.problems;
  return words[code] ?? error;
}
