/** What the log keeps of an error. */
export interface PlainError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where in the program, without the message. */
  readonly stack: string;
  readonly cause?: PlainError;
}

/** Errors of a database carry the values of the query and of the row: none of that is for the log. */
const LONGEST = 500;

/**
 * An error as the log may keep it: what kind, where, and its message with everything in quotes left out, since databases
 * and parsers quote the values they stumble over. Other properties (parameters, details, bodies) are dropped.
 */
export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: plainError(error.cause) };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.constructor.name,
    message: withoutQuotes(error.message).slice(0, LONGEST),
    ...code,
    stack: frames.slice(0, 20).join('\n'),
    ...cause,
  };
}

function withoutQuotes(message: string): string {
  return message.replace(/"[^"]*"|'[^']*'|`[^`]*`|\([^)]*@[^)]*\)|=\([^)]*\)/g, '…');
}
