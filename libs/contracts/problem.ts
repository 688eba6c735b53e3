import { z } from 'zod';

/**
 * Every stable problem code that HTTP itself gives rise to, with its status and title (RFC 9457). Codes of the rules in
 * `libs/domain` are not listed: they answer 422 unless `RULE_STATUS` says otherwise. A code is never renamed.
 */
export const PROBLEMS = {
  'validation-failed': { status: 400, title: 'The request does not fit its schema' },
  'malformed-body': { status: 400, title: 'The body is not valid JSON' },
  'bad-cursor': { status: 400, title: 'The cursor is not one this list gave' },
  'bad-if-match': { status: 400, title: 'If-Match is not a version this resource gave' },
  'not-signed-in': { status: 401, title: 'Nobody is signed in' },
  csrf: { status: 403, title: 'The request does not come from the product itself' },
  'viewing-as': { status: 403, title: 'Seeing what somebody else sees is for reading only' },
  'not-found': { status: 404, title: 'There is no such thing, or it is not yours to see' },
  'route-not-found': { status: 404, title: 'There is no such address' },
  'method-not-allowed': { status: 405, title: 'The address does not take this method' },
  'wrong-host': { status: 421, title: 'The request was sent to another name' },
  'too-many-requests': { status: 429, title: 'Too many requests in a short time' },
  'too-many-uploads': { status: 429, title: 'Too many files are on their way at once' },
  'upload-stalled': { status: 408, title: 'The file stopped coming' },
  'stale-version': { status: 412, title: 'Somebody has changed it since you read it' },
  'body-too-large': { status: 413, title: 'The body is larger than this address takes' },
  'unsupported-media-type': { status: 415, title: 'The address does not take this kind of body' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'if-match-required': { status: 428, title: 'A change needs If-Match with the version it is made to' },
  'already-exists': { status: 409, title: 'It exists already' },
  'in-use': { status: 409, title: 'Something else refers to it' },
  'not-ready': { status: 409, title: 'It is not made yet' },
  'reference-not-found': { status: 422, title: 'The request refers to something that is not there' },
  'disk-full': { status: 507, title: 'There is no room left for the file' },
  'database-unavailable': { status: 503, title: 'The database cannot be reached just now' },
  'internal-error': { status: 500, title: 'Something went wrong here' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A code that `PROBLEMS` lists. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Rules of rights answer 403, rules that stop an act because of the state of the thing 409; every other rule answers 422. */
export const RULE_STATUS: Readonly<Record<string, number>> = {
  'not-allowed': 403,
  'transition-not-allowed': 409,
  'agenda-sent': 409,
  'meeting-in-session': 409,
  'meeting-held': 409,
  'meeting-closed': 409,
  'meeting-cancelled': 409,
  'meeting-not-started': 409,
  'minutes-locked': 409,
  'minutes-approved': 409,
  'minutes-not-approved': 409,
  'points-without-outcome': 409,
  'point-has-decision': 409,
  'point-was-sent': 409,
  'point-not-withdrawn': 409,
  'point-not-postponed': 409,
  'point-taken-on': 409,
  'series-date-taken': 409,
  'follow-up-not-confirmed': 409,
  'nothing-changed': 409,
  'sending-waits': 409,
  'sending-over': 409,
  'indstilling-body-fixed': 409,
  'indstilling-template-fixed': 409,
  'step-not-regrettable': 409,
  'regret-passed': 409,
  'step-not-newest': 409,
  'opinion-not-now': 409,
  'opinion-awaited': 409,
  'opinion-given': 409,
  'opinion-too-late': 409,
  'import-part-settled': 409,
  'meeting-not-open-to-import': 409,
};

/** One fault in a request: where it stands and which rule it breaks. */
export const problemFault = z.object({ at: z.string(), rule: z.string() });

/** A problem response as RFC 9457 has it, with the product's stable `code` and the rule that refused. */
export const problem = z
  .object({
    type: z.string().meta({ example: '/problems/transition-not-allowed' }),
    code: z.string().meta({ example: 'transition-not-allowed' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'The id of the request, for support' }),
    at: z.string().optional(),
    liftedBy: z.string().optional(),
    faults: z.array(problemFault).optional(),
    current: z
      .unknown()
      .optional()
      .meta({ description: 'The present state, when a stale version was refused' }),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problem>;
