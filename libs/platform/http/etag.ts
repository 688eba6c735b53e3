import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { problemOf } from './problem-error.js';

/** Reads the version a change is made to from `If-Match: "3"`; without it the change is refused (428). */
export const IfMatch = createParamDecorator((_: undefined, host: ExecutionContext): number => {
  const version = versionIn(host);
  if (version === null) throw problemOf('if-match-required', 'Read it first and send its ETag in If-Match.');
  return version;
});

/** The same for an address that also creates: null without the header, and the service says whether it may be left out. */
export const OptionalIfMatch = createParamDecorator((_: undefined, host: ExecutionContext) =>
  versionIn(host),
);

function versionIn(host: ExecutionContext): number | null {
  const header = host.switchToHttp().getRequest<Request>().header('if-match');
  if (header === undefined) return null;
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw problemOf('bad-if-match', 'If-Match must be one ETag of this resource, such as "3".');
  return Number(match[1]);
}
