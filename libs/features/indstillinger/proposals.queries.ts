import type { EntityManager } from 'typeorm';
import {
  INDSTILLING_STATES,
  PROPOSING_SECTIONS,
  isApproved,
  proposalOf,
} from '../../domain/indstilling/index.js';
import type { Proposal, TemplateKey } from '../../domain/indstilling/index.js';
import type { RichText } from '../../domain/text/index.js';
import type { Audience } from '../../domain/agenda/index.js';
import type { Reach } from '../organisation/index.js';
import {
  barredFrom,
  liesOnClosed,
  sightParameters,
  submissionRead,
  wholeCondition,
} from './indstilling.conditions.js';
import { IndstillingRow, IndstillingVersionRow } from './indstilling.entity.js';

/** The states in which what an indstilling proposes has been approved by all. */
const APPROVED = INDSTILLING_STATES.filter(isApproved);

/** The sections of a submitted content that a proposal is read from; the others may be megabytes each. */
const sectionsOf = (content: string, keys: string): string => `(
  SELECT coalesce(jsonb_object_agg(section.key, section.value), '{}')
  FROM jsonb_each(${content}->'sections') AS section WHERE section.key = ANY(${keys}))`;

interface ProposingText {
  readonly id: string;
  readonly template: TemplateKey;
  readonly sections: Readonly<Record<string, RichText>>;
}

/**
 * What those of some indstillinger propose that somebody reads, by id: in the text that was approved by all where they see it
 * whole, else in the one that an agenda was sent with.
 */
export async function proposalsSeen(
  tx: EntityManager,
  reach: Reach,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Proposal>> {
  if (ids.length === 0) return new Map();
  const approved = 'CASE WHEN indstilling.state = ANY(:approved) THEN indstilling.approved_submission END';
  const rows = await tx
    .createQueryBuilder(IndstillingRow, 'indstilling')
    .innerJoin(
      IndstillingVersionRow,
      'submitted',
      `submitted.indstillingId = indstilling.id AND submitted.number =
         CASE WHEN ${wholeCondition('indstilling')} THEN ${approved} ELSE ${submissionRead('indstilling')} END`,
    )
    .select('indstilling.id', 'id')
    .addSelect("submitted.content->>'template'", 'template')
    .addSelect(sectionsOf('submitted.content', ':proposing'), 'sections')
    .where(`indstilling.id = ANY(:ids) AND NOT ${barredFrom('indstilling')}`, { ids })
    .setParameters({ ...sightParameters(reach), approved: APPROVED, proposing: PROPOSING_SECTIONS })
    .getRawMany<ProposingText>();
  return proposalsOf(rows);
}

/** An agenda that is printed: as it was sent, or as it is being drafted. */
interface PrintedAgenda {
  readonly meetingId: string;
  readonly versionId: string | null;
}

/**
 * What the indstillinger on a printed agenda propose, for an audience that reads all of them: by the id of the point, each with
 * the indstilling it is from. One that lies on a closed point, too, is not read by those who do not read that point.
 */
export async function proposalsPrinted(
  tx: EntityManager,
  { meetingId, versionId }: PrintedAgenda,
  audience: Audience,
): Promise<ReadonlyMap<string, { readonly indstillingId: string; readonly text: RichText }>> {
  const rows = await tx.query<(ProposingText & { indstillingId: string })[]>(
    `SELECT printed.point_id AS id, i.id AS "indstillingId", v.content->>'template' AS template,
            ${sectionsOf('v.content', '$4')} AS sections
     FROM (SELECT point_id, indstilling_id, submission FROM sent_indstilling WHERE version_id = $2
           UNION ALL
           SELECT p.id, approved.id, approved.approved_submission
           FROM agenda_point p JOIN indstilling approved ON approved.id = p.indstilling_id
           WHERE $2::uuid IS NULL AND p.meeting_id = $1 AND approved.state = ANY($3)) printed
     JOIN indstilling i ON i.id = printed.indstilling_id
     JOIN indstilling_version v ON v.indstilling_id = i.id AND v.number = printed.submission
     WHERE NOT ${liesOnClosed('i', "($5 = 'open' OR lying.meeting_id <> $1)")}`,
    [meetingId, versionId, APPROVED, PROPOSING_SECTIONS, audience],
  );
  const proposals = proposalsOf(rows);
  return new Map(
    rows.flatMap(({ id, indstillingId }) => {
      const text = proposals.get(id)?.text;
      return text === undefined ? [] : [[id, { indstillingId, text }] as const];
    }),
  );
}

function proposalsOf(rows: readonly ProposingText[]): ReadonlyMap<string, Proposal> {
  return new Map(
    rows.flatMap(({ id, template, sections }) => {
      const proposal = proposalOf(template, sections);
      return proposal === null ? [] : [[id, proposal] as const];
    }),
  );
}
