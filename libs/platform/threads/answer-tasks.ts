import { parentPort } from 'node:worker_threads';

/** What a thread says of a task: its answer, or the fault that it threw. */
export type TaskAnswer = { readonly value: unknown } | { readonly fault: string };

/** Makes this thread one of a pool: it answers each task that comes, one after the other. */
export function answerTasks(answer: (task: unknown) => unknown): void {
  const port = parentPort;
  if (!port) throw new Error('Tasks are answered in a thread of a pool, not in a process.');
  port.on('message', (task: unknown) => port.postMessage(answered(answer, task)));
}

function answered(answer: (task: unknown) => unknown, task: unknown): TaskAnswer {
  try {
    return { value: answer(task) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
