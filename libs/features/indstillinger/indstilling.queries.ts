import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { IndstillingQuery, SubmittedContent } from '../../contracts/indstillinger.js';
import { attachmentsFor } from '../../domain/agenda/index.js';
import type { Visibility } from '../../domain/agenda/index.js';
import type { Reach } from '../organisation/index.js';
import {
  barredFrom,
  onReadablePoint,
  sightParameters,
  submissionRead,
  wholeCondition,
} from './indstilling.conditions.js';
import { IndstillingRow } from './indstilling.entity.js';
import type { PaperToday } from './indstilling.papers.js';

const FILTERS = ['bodyId', 'state', 'unitId', 'wantedMeetingId'] as const;

/** What the filters look at in an indstilling that is seen as an agenda was sent with it (`asSubmitted`). */
const AS_SUBMITTED: Readonly<Record<(typeof FILTERS)[number], string>> = {
  bodyId: 'indstilling.body_id',
  state: "(CASE indstilling.state WHEN 'decided' THEN 'decided' ELSE 'on-agenda' END)",
  unitId: `(SELECT (submitted.content->>'unitId')::uuid FROM indstilling_version submitted
    WHERE submitted.indstilling_id = indstilling.id AND submitted.number = ${submissionRead('indstilling')})`,
  wantedMeetingId: 'NULL::uuid',
};

/** What a list shows of an indstilling: everything but its texts, which may be megabytes each. */
const LISTED = (
  'id bodyId wantedMeetingId template title minutes caseNumber authorId createdBy author unitId month state steps ' +
  'submission version'
)
  .split(' ')
  .map((column) => `indstilling.${column}`);

/** The indstillinger, without their texts, that somebody sees and a query asks for; filters look at what is seen, never behind it. */
export function indstillingerSeen(
  tx: EntityManager,
  reach: Reach,
  query: IndstillingQuery,
): SelectQueryBuilder<IndstillingRow> {
  const asked = FILTERS.filter((filter) => query[filter] !== undefined);
  const whole = asked.map((filter) => ` AND indstilling.${filter} = :${filter}`).join('');
  const submitted = asked.map((filter) => ` AND ${AS_SUBMITTED[filter]} = :${filter}`).join('');
  return tx
    .createQueryBuilder(IndstillingRow, 'indstilling')
    .select(LISTED)
    .where(`NOT ${barredFrom('indstilling')}`)
    .andWhere(
      `((${wholeCondition('indstilling')}${whole})
        OR (NOT ${wholeCondition('indstilling')}${submitted} AND ${onReadablePoint('indstilling')}))`,
    )
    .setParameters({
      ...sightParameters(reach),
      ...Object.fromEntries(asked.map((name) => [name, query[name]])),
    });
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
