import { z } from 'zod';
import type { LoggedCheckpoint } from '../../../libs/features/audit/index.js';

const logLine = z.object({
  checkpoint: z.object({ number: z.int(), count: z.int(), head: z.string() }),
});

/** The checkpoints that a log tells of: the worker's JSON lines, among any others. */
export function checkpointsInLog(text: string): LoggedCheckpoint[] {
  return text.split('\n').flatMap((line) => {
    if (!line.includes('"checkpoint"')) return [];
    try {
      return [logLine.parse(JSON.parse(line)).checkpoint];
    } catch {
      // A line of something else, or of a checkpoint that was not signed.
      return [];
    }
  });
}
