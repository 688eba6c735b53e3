import type { Call } from './answers.js';

export const CALLS = 40;

const PLACES = [
  'meetings/{id}',
  'meetings/{id}/agenda',
  'meetings/{id}/agenda?audience=open',
  'meetings/{id}/agenda-points',
  'meetings/{id}/agenda-versions',
  'meetings/{id}/agenda-versions/1',
  'meetings/{id}/agenda-versions/2',
  'meetings/{id}/agenda-versions/compare?from=1&to=2',
  'meetings/{id}/agenda-versions/compare?from=2&to=1',
  'meetings/{id}/sending-check',
  'meetings/{id}/sendings',
  'meetings/{id}/history',
  'meetings/{id}/review',
  'meetings/{id}/reviewers',
  'meetings/{id}/history?limit=2',
  'sendings/{id}',
  'meetings/{id}/minutes',
  'agenda-points/{id}',
  'agenda-points/{id}/attachments',
  'agenda-points/{id}/decision',
  'agenda-points/{id}/course',
  'agenda-points/{id}/disqualifications',
  'agenda-points/{id}/guests',
  'agenda-points/{id}/readers',
  'agenda-points/{id}/comments',
  'meetings/{id}/my-reading',
  'meetings/{id}/my-notes',
  'meetings/{id}/my-comments',
  'indstillinger/{id}/my-reading',
  'attachments/{id}',
  'attachments/{id}/versions',
  'attachments/{id}/file',
  'attachments/{id}/versions/1/file',
  'attachments/{id}/versions/2/file',
  'follow-ups/{id}',
  'follow-ups/{id}/notes',
  'follow-ups/{id}/due-dates',
  'indstillinger/{id}',
  'indstillinger/{id}/course',
  'indstillinger/{id}/attachments',
  'indstillinger/{id}/completeness',
  'indstillinger/{id}/steps',
  'indstillinger/{id}/versions',
  'indstillinger/{id}/versions/1',
  'documents/{id}',
  'documents/{id}/file',
  'documents/{id}/progress',
  'documents?subjectId={id}',
  'bodies/{id}',
  'people/{id}',
  'history/meeting/{id}',
  'history/agenda-point/{id}',
  'history/attachment/{id}',
  'history/follow-up/{id}',
  'history/indstilling/{id}',
  'history/document/{id}',
  'history/person/{id}',
] as const;
const LISTS = [
  'meetings',
  'meetings?limit=2',
  'meetings?from=2026-03-01&to=2026-03-31',
  'follow-ups',
  'follow-ups?limit=1',
  'follow-ups?unit=ENH',
  'follow-ups?stage=suggested&stage=ignored',
  'follow-ups?pointId={id}',
  'follow-ups?meetingId={id}&status=new',
  'indstillinger',
  'indstillinger?limit=3',
  'indstillinger?state=on-agenda',
  'indstillinger?unitId={id}',
  'documents',
  'documents?limit=2',
  'bodies',
  'units',
  'session',
] as const;

/** The id of what the one who walks says: theirs alone, whoever else has given theirs the same. */
const COMMENT = '01a21b13-0000-7000-8000-000000000001';

/** What somebody may write where it is theirs, by the kind of thing in the name it has in the world. */
const ACTS: readonly (readonly [RegExp, string, readonly (readonly [Call['method'], string, object])[]])[] = [
  [
    /follow-up/,
    'follow-ups',
    [
      ['POST', '/steps', { action: 'start' }],
      ['POST', '/steps', { action: 'wait' }],
      ['POST', '/steps', { action: 'finish', note: 'Det er gjort.' }],
      ['POST', '/steps', { action: 'reset' }],
      ['POST', '/steps', { action: 'reopen', note: 'Det var det ikke.' }],
      ['POST', '/notes', { text: 'Der er ringet.' }],
      ['PATCH', '', { due: { kind: 'firm', date: '2026-05-01', reason: 'Sygdom' } }],
      ['PATCH', '', { due: { kind: 'none', reason: 'Det haster ikke' } }],
      ['PATCH', '', { action: 'Undersøge noget andet' }],
    ],
  ],
  [
    /^[^ ]+ (open|closed) point$/,
    'agenda-points',
    [
      ['POST', '/comments', { id: COMMENT, text: 'Enig?', with: { kind: 'circle' } }],
      ['PATCH', `/comments/${COMMENT}`, { text: 'Uenig?' }],
    ],
  ],
  [
    /indstilling$/,
    'indstillinger',
    [
      ['PATCH', '', { minutes: 12 }],
      ['PATCH', '', { minutes: 15 }],
      ['PATCH', '', { title: 'En anden overskrift' }],
      ['POST', '/steps', { action: 'submit' }],
      ['POST', '/steps', { action: 'approve' }],
      ['POST', '/steps', { action: 'return', reason: 'Tallene mangler' }],
      ['POST', '/attachments', { title: 'Et åbent bilag', visibility: 'open' }],
      ['POST', '/documents', {}],
      ['POST', '/documents', { audience: 'open' }],
    ],
  ],
  [
    /meeting$/,
    'meetings',
    [
      ['POST', '/documents', { kind: 'agenda', audience: 'open' }],
      ['POST', '/documents', { kind: 'minutes', audience: 'open' }],
      ['POST', '/documents', { kind: 'agenda', audience: 'open', agendaVersion: 1 }],
      ['POST', '/documents', { kind: 'agenda' }],
    ],
  ],
];

/** A row of numbers from 0 to below 1 that is the same for the same seed. */
function chance(seed: number): () => number {
  let state = (seed * 7919 + 17) % 4294967296;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** A call, and where it writes in earnest the address whose ETag it is to carry. */
export type Step = Call & { readonly writesTo?: string };

/**
 * The calls of one walk, the same for the same seed: reads of everything there is, things made on the way and things
 * that are not there; writes as they are meant, and writes that say nothing. `things` are by name, `ids` all there are.
 */
export function walk(seed: number, things: ReadonlyMap<string, string>, ids: readonly string[]): Step[] {
  const next = chance(seed);
  const among = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const anyId = (): string => (next() < 0.1 ? `{#${Math.floor(next() * 50)}}` : among(ids));
  const acted = [...things].flatMap(([name, id]) =>
    ACTS.filter(([pattern]) => pattern.test(name)).map(([, root, acts]) => ({ path: `${root}/${id}`, acts })),
  );
  return Array.from({ length: CALLS }, (): Step => {
    const kind = next();
    if (kind < 0.15) return { method: 'GET', path: among(LISTS).replace('{id}', anyId()) };
    if (kind < 0.35) {
      const { path, acts } = among(acted);
      const [method, below, body] = among(acts);
      return { method, path: path + below, body, writesTo: path };
    }
    const path = among(PLACES).replace('{id}', anyId());
    const method = kind < 0.93 || path.includes('?') ? 'GET' : next() < 0.5 ? 'PATCH' : 'POST';
    return { method, path };
  });
}
