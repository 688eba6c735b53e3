import { StandardSchemaValidationPipe } from '@nestjs/common';
import { problemOf } from './problem-error.js';

type PathSegment = PropertyKey | { readonly key: PropertyKey };

/** Writes the path of a fault the way the client wrote the thing: `points[3].minutes`. */
export function printPath(path: readonly PathSegment[] | undefined): string {
  return (path ?? []).reduce<string>((printed, segment) => {
    const key = typeof segment === 'object' ? segment.key : segment;
    if (typeof key === 'number') return `${printed}[${key}]`;
    return printed === '' ? String(key) : `${printed}.${String(key)}`;
  }, '');
}

/** A fault may quote the names of fields that nobody knows, and so as long as the one who sent them likes. */
function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

/** The pipe that checks every body, query and parameter against its schema; faults become one `validation-failed`. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const faults = issues
        .slice(0, 100)
        .map((issue) => ({ at: shortened(printPath(issue.path)), rule: shortened(issue.message) }));
      const first = faults[0];
      const where = first && first.at !== '' ? `${first.at}: ` : '';
      return problemOf('validation-failed', `${where}${first?.rule ?? 'does not fit'}`, { faults });
    },
  });
}
