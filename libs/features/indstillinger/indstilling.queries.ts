import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { IndstillingCounts, IndstillingQuery } from '../../contracts/indstillinger.js';
import type { SubmittedContent } from '../../contracts/indstilling-trail.js';
import { attachmentsFor } from '../../domain/agenda/index.js';
import type { Visibility } from '../../domain/agenda/index.js';
import { UNDER_WAY } from '../../domain/indstilling/index.js';
import { scopesOf } from '../../domain/rights/index.js';
import type { Reach } from '../organisation/index.js';
import {
  awaitsTheirOpinion,
  barredFrom,
  isTheirs,
  onReadablePoint,
  sightParameters,
  submissionRead,
  waitsForThem,
  wholeCondition,
} from './indstilling.conditions.js';
import { IndstillingRow } from './indstilling.entity.js';
import type { PaperToday } from './indstilling.papers.js';

/** What a field says in the submission that somebody reads; null where they read none. */
export const SUBMITTED_WORDS = (field: string): string => `(SELECT submitted.content->>'${field}'
    FROM indstilling_version submitted
    WHERE submitted.indstilling_id = indstilling.id AND submitted.number = ${submissionRead('indstilling')})`;

/** The words of a search are found in a title and a case number, each anywhere in them. */
const finds = (title: string, caseNumber: string): string => `NOT EXISTS (
  SELECT FROM unnest(:words::text[]) AS word
  WHERE strpos(danish_folded(concat_ws(' ', ${title}, ${caseNumber})), danish_folded(word)) = 0)`;

/**
 * What each filter asks of an indstilling that is seen whole, and of one that is seen as an agenda was sent with it
 * (`asSubmitted`): filters look at what is seen, never behind it.
 */
const FILTERS = {
  bodyId: ['indstilling.body_id = :bodyId', 'indstilling.body_id = :bodyId'],
  state: [
    'indstilling.state = ANY(:state)',
    "(CASE indstilling.state WHEN 'decided' THEN 'decided' ELSE 'on-agenda' END) = ANY(:state)",
  ],
  unitId: ['indstilling.unit_id = :unitId', `${SUBMITTED_WORDS('unitId')}::uuid = :unitId`],
  wantedMeetingId: ['indstilling.wanted_meeting_id = :wantedMeetingId', 'FALSE'],
  q: [
    finds('indstilling.title', 'indstilling.case_number'),
    finds(SUBMITTED_WORDS('title'), SUBMITTED_WORDS('caseNumber')),
  ],
} as const;
type FilterName = keyof typeof FILTERS;
const FILTER_NAMES = ['bodyId', 'state', 'unitId', 'wantedMeetingId', 'q'] as const;

/** What is asked of an indstilling in each list; what somebody works on, judges or places, they see whole. */
const LISTS = {
  mine: isTheirs('indstilling'),
  'with-me': `(${waitsForThem('indstilling')} OR ${awaitsTheirOpinion('indstilling')})`,
  ready: "indstilling.state = 'approved'",
} as const;

/** What a list shows of an indstilling: everything but its texts, which may be megabytes each. */
const LISTED = (
  'id bodyId wantedMeetingId template title minutes caseNumber authorId createdBy author unitId month state steps ' +
  'submission version'
)
  .split(' ')
  .map((column) => `indstilling.${column}`);

/** The indstillinger, without their texts, that somebody sees and a query asks for. */
export function indstillingerSeen(
  tx: EntityManager,
  reach: Reach,
  query: IndstillingQuery,
): SelectQueryBuilder<IndstillingRow> {
  const asked = FILTER_NAMES.filter((filter) => query[filter] !== undefined);
  const { view = 'all' } = query;
  const whole = [
    wholeCondition('indstilling'),
    ...(view === 'all' ? [] : [LISTS[view]]),
    ...asked.map((filter: FilterName) => FILTERS[filter][0]),
  ];
  const submitted = [
    `NOT ${wholeCondition('indstilling')}`,
    ...asked.map((filter: FilterName) => FILTERS[filter][1]),
    onReadablePoint('indstilling'),
  ];
  const branches = view === 'all' ? [whole, submitted] : [whole];
  return tx
    .createQueryBuilder(IndstillingRow, 'indstilling')
    .select(LISTED)
    .where(`NOT ${barredFrom('indstilling')}`)
    .andWhere(`(${branches.map((each) => `(${each.join(' AND ')})`).join(' OR ')})`)
    .setParameters({ ...sightParameters(reach), ...parametersOf(query) });
}

function parametersOf({ q = '', state = [], ...ids }: IndstillingQuery): Record<string, unknown> {
  const { bodyId, unitId, wantedMeetingId } = ids;
  return { bodyId, unitId, wantedMeetingId, state: [state].flat(), words: q.split(/\s+/) };
}

/** How many of those that somebody sees stand in each list but the one of all. */
export async function countsOfLists(tx: EntityManager, reach: Reach): Promise<IndstillingCounts> {
  const counts = await tx
    .createQueryBuilder(IndstillingRow, 'indstilling')
    .select(`(count(*) FILTER (WHERE ${LISTS.mine}))::int`, 'mine')
    .addSelect(`(count(*) FILTER (WHERE ${LISTS['with-me']}))::int`, 'with-me')
    .addSelect(`(count(*) FILTER (WHERE ${LISTS.ready}))::int`, 'ready')
    .where('indstilling.state = ANY(:underWay)')
    .andWhere(wholeCondition('indstilling'))
    .andWhere(`NOT ${barredFrom('indstilling')}`)
    .setParameters(sightParameters(reach))
    .getRawOne<IndstillingCounts>();
  return counts ?? { mine: 0, 'with-me': 0, ready: 0 };
}

/** The day of the meeting that each of some indstillinger wants, by id; those that want none are left out. */
export async function wantedDatesOf(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; date: string }[]>(
    `SELECT i.id, m.date::text AS date FROM indstilling i JOIN meeting m ON m.id = i.wanted_meeting_id
     WHERE i.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, date }) => [id, date]));
}

/** The day until which somebody's units are to say what they think of some indstillinger, by id: the first where several are. */
export async function questionsTo(
  tx: EntityManager,
  { actor }: Reach,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const units = scopesOf(actor, ['leader', 'staff']);
  if (ids.length === 0 || units.length === 0) return new Map();
  const rows = await tx.query<{ id: string; dueOn: string }[]>(
    `SELECT i.id, min(question.due_on)::text AS "dueOn"
     FROM indstilling i JOIN indstilling_opinion question ON question.indstilling_id = i.id
     WHERE i.id = ANY($1::uuid[]) AND i.state = ANY($2) AND question.answer IS NULL AND question.unit_id = ANY($3::uuid[])
     GROUP BY i.id`,
    [ids, UNDER_WAY, units],
  );
  return new Map(rows.map(({ id, dueOn }) => [id, dueOn]));
}

/** Which submission of each of these indstillinger somebody reads, by id; of one that is not theirs to read, none is told. */
export async function submissionsSeen(
  tx: EntityManager,
  reach: Reach,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .createQueryBuilder(IndstillingRow, 'indstilling')
    .select('indstilling.id', 'id')
    .addSelect(
      `CASE WHEN ${wholeCondition('indstilling')} THEN indstilling.submission
            ELSE ${submissionRead('indstilling')} END`,
      'submission',
    )
    .where(`indstilling.id = ANY(:ids) AND NOT ${barredFrom('indstilling')}`, { ids })
    .setParameters(sightParameters(reach))
    .getRawMany<{ id: string; submission: number | null }>();
  return new Map(rows.flatMap(({ id, submission }) => (submission === null ? [] : [[id, submission]])));
}

interface AttachmentFacts {
  id: string;
  title: string;
  visibility: Visibility;
  position: number;
  fileVersionId: string | null;
}

/** The attachments of an indstilling in their printed order. Read as facts: the attachments feature writes them. */
export async function attachmentsOf(
  tx: EntityManager,
  indstillingId: string,
): Promise<SubmittedContent['attachments']> {
  const rows = await tx.query<AttachmentFacts[]>(
    `SELECT id, title, visibility, position, file_version_id AS "fileVersionId"
     FROM attachment WHERE indstilling_id = $1`,
    [indstillingId],
  );
  return attachmentsFor(rows, 'open', 'all').map(
    ({ attachment: { id, title, visibility, fileVersionId } }) => ({
      ...{ id, title, visibility, fileVersionId },
    }),
  );
}

/** How open bilag are today, wherever they went; whoever has a submission reads it as it was, without what was closed since. */
export function papersToday(
  tx: EntityManager,
  attachments: readonly Pick<PaperToday, 'id'>[],
): Promise<PaperToday[]> {
  return tx.query<PaperToday[]>('SELECT id, visibility FROM visibility_today WHERE id = ANY($1::uuid[])', [
    attachments.map(({ id }) => id),
  ]);
}
