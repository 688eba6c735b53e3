import type { EntityManager } from 'typeorm';
import type { SubmittedContent } from '../../contracts/indstilling-trail.js';
import type { IndstillingState } from '../../domain/indstilling/index.js';
import { agendaIsOut, MEETING_STATES } from '../../domain/meeting/index.js';
import type { OwnTemplates, TemplateKey } from '../../domain/indstilling/index.js';
import type { MinutesState } from '../../domain/minutes/index.js';
import type {
  Letterhead,
  SourceAddition,
  SourceAttachment,
  SourceDecision,
  SourceFollowUp,
} from '../../domain/document/index.js';
import type { Visibility } from '../../domain/agenda/index.js';
import type { RichText } from '../../domain/text/index.js';
import { anyClosed } from '../organisation/index.js';

/** What the minutes print beside the agenda, read as facts in one query. */
export interface MinutesFacts {
  readonly state: MinutesState | null;
  readonly decisions: readonly (SourceDecision & { readonly pointId: string })[];
  readonly followUps: readonly SourceFollowUp[];
  readonly additions: readonly SourceAddition[];
}

/** Where a decision sends its point is printed where everybody may know of it: a closed body is named by nothing. */
const MINUTES_SQL = `
  SELECT
    (SELECT state FROM minutes WHERE meeting_id = $1) AS state,
    (SELECT coalesce(json_agg(d), '[]') FROM (
       SELECT d.point_id AS "pointId", d.outcome, d.text, d.votes, d.dissents,
              json_build_object(
                'bodyName', b.name,
                'meetingDate', CASE WHEN mb.id IS NOT NULL THEN to_char(m.date, 'YYYY-MM-DD') END) AS target,
              ARRAY(SELECT jsonb_array_elements(d.absent)->>'name') AS absent,
              ARRAY(SELECT jsonb_array_elements(d.disqualified)->>'name') AS disqualified,
              ARRAY(SELECT jsonb_array_elements(d.prevented)->>'name') AS prevented
       FROM decision d
       JOIN agenda_point p ON p.id = d.point_id
       JOIN meeting own ON own.id = p.meeting_id
       LEFT JOIN body b ON b.id = d.target_body_id AND (b.visibility = 'open' OR b.id = own.body_id)
       LEFT JOIN meeting m ON m.id = d.target_meeting_id
       LEFT JOIN body mb ON mb.id = m.body_id AND (mb.visibility = 'open' OR mb.id = own.body_id)
       WHERE p.meeting_id = $1) d) AS decisions,
    (SELECT coalesce(json_agg(f ORDER BY f.id), '[]') FROM (
       SELECT f.id, f.point_id AS "pointId", f.action, f.stage AS state,
              coalesce(u.code, person.name, f.responsible) AS responsible,
              json_build_object('kind', f.due_kind, 'text', f.due_text, 'date', f.due_date) AS due
       FROM follow_up f
       LEFT JOIN unit u ON u.id = f.unit_id
       LEFT JOIN person ON person.id = f.person_id
       WHERE f.meeting_id = $1 AND f.stage IN ('confirmed', 'issued')) f) AS "followUps",
    (SELECT coalesce(json_agg(a ORDER BY a.at), '[]') FROM (
       SELECT a.at, to_char(a.at AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM-DD') AS date, a.author_name AS by, a.text,
              a.point_id AS "pointId", coalesce(p.visibility, 'open') AS visibility
       FROM minutes_addition a
       JOIN minutes m ON m.id = a.minutes_id
       LEFT JOIN agenda_point p ON p.id = a.point_id
       WHERE m.meeting_id = $1) a) AS additions`;

export async function readMinutesFacts(tx: EntityManager, meetingId: string): Promise<MinutesFacts> {
  const [facts] = await tx.query<[MinutesFacts]>(MINUTES_SQL, [meetingId]);
  return facts;
}

/** An indstilling as its document prints it. */
export interface IndstillingFacts {
  readonly title: string;
  readonly template: TemplateKey;
  readonly state: IndstillingState;
  readonly minutes: number | null;
  readonly caseNumber: string | null;
  readonly month: string | null;
  readonly author: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly sections: Readonly<Record<string, RichText>>;
  /** What its body calls the sections. */
  readonly ownTemplates: OwnTemplates;
  readonly bodyName: string;
  readonly bodyVisibility: Visibility;
  readonly unit: string | null;
  readonly letterhead: Omit<Letterhead, 'caseNumber' | 'caseworkers' | 'unit'> & {
    readonly department: string | null;
  };
  readonly meetingDate: string | null;
  /** Whether it lies on an open point that was sent: before that the open audience has nothing of it. */
  readonly isOut: boolean;
  readonly pointVisibilities: readonly Visibility[];
  readonly attachments: readonly (SourceAttachment & { readonly id: string })[];
}

/** The meetings at which it stands on an open point of a sent agenda: what everybody who may read it knows of. */
const OUT_AT = `FROM agenda_point p JOIN meeting m ON m.id = p.meeting_id JOIN body at ON at.id = m.body_id
  LEFT JOIN agenda_point parent ON parent.id = p.parent_id
  WHERE p.indstilling_id = i.id AND NOT p.withdrawn AND parent.withdrawn IS NOT TRUE AND p.frozen_number IS NOT NULL AND m.state = ANY($2)
    AND 'closed' NOT IN (p.visibility, coalesce(parent.visibility, 'open'), at.visibility)`;

/** Its meeting is the one it stands on the sent agenda of, else the one its author wants; a draft tells nothing. */
const INDSTILLING_SQL = `
  SELECT i.title, i.template, i.state, i.minutes, i.case_number AS "caseNumber", i.month, i.author, i.sections,
         b.settings->'sections' AS "ownTemplates", b.name AS "bodyName", b.visibility AS "bodyVisibility", coalesce(u.name, i.unit_name) AS unit, u.letterhead,
         coalesce(
           (SELECT to_char(max(m.date), 'YYYY-MM-DD') ${OUT_AT}),
           to_char(wanted.date, 'YYYY-MM-DD')) AS "meetingDate",
         EXISTS (SELECT ${OUT_AT}) AS "isOut",
         ARRAY(SELECT ${anyClosed('p.visibility', 'parent.visibility')} FROM agenda_point p
               LEFT JOIN agenda_point parent ON parent.id = p.parent_id
               WHERE p.indstilling_id = i.id AND NOT p.withdrawn AND parent.withdrawn IS NOT TRUE) AS closed,
         (SELECT coalesce(json_agg(a ORDER BY a.position), '[]') FROM (
            SELECT id, title, position, visibility FROM attachment WHERE indstilling_id = i.id) a) AS attachments
  FROM indstilling i
  JOIN body b ON b.id = i.body_id
  LEFT JOIN unit u ON u.id = i.unit_id
  LEFT JOIN meeting wanted ON wanted.id = i.wanted_meeting_id
  WHERE i.id = $1`;

export async function readIndstillingFacts(tx: EntityManager, id: string): Promise<IndstillingFacts | null> {
  const [row] = await tx.query<(Omit<IndstillingFacts, 'pointVisibilities'> & { closed: boolean[] })[]>(
    INDSTILLING_SQL,
    [id, MEETING_STATES.filter(agendaIsOut)],
  );
  if (!row) return null;
  const { closed, ...facts } = row;
  return { ...facts, pointVisibilities: closed.map((isClosed) => (isClosed ? 'closed' : 'open')) };
}

/** The part of the facts that was submitted, by the number of the submission. */
export async function readSubmittedFacts(
  tx: EntityManager,
  id: string,
  submission: number,
): Promise<Partial<IndstillingFacts> | null> {
  const [found] = await tx.query<{ content: SubmittedContent; unit: string | null; open: string[] }[]>(
    `SELECT v.content, coalesce(u.name, i.unit_name) AS unit,
            ARRAY(SELECT today.id FROM jsonb_array_elements(v.content->'attachments') AS bilag
                  JOIN visibility_today today ON today.id = (bilag->>'id')::uuid AND today.visibility = 'open') AS open
     FROM indstilling i
     JOIN indstilling_version v ON v.indstilling_id = i.id AND v.number = $2
     LEFT JOIN unit u ON u.id = (v.content->>'unitId')::uuid
     WHERE i.id = $1`,
    [id, submission],
  );
  if (!found) return null;
  const { title, template, minutes, caseNumber, month, author, sections, attachments } = found.content;
  return {
    ...{ title, template, minutes, caseNumber, month, author, sections, unit: found.unit },
    attachments: attachments.map((attachment, position) => ({
      ...{ id: attachment.id, title: attachment.title, position },
      visibility: found.open.includes(attachment.id) ? attachment.visibility : 'closed',
    })),
  };
}

/**
 * How open a body, and the points and bilag of an agenda of it are today, by id. A point that stands in another body by now
 * is as closed as that is; how closed its own is, is said once for all of them.
 */
export async function readVisibilities(
  tx: EntityManager,
  ids: { readonly body: string; readonly pointsAndBilag: readonly string[] },
): Promise<ReadonlyMap<string, Visibility>> {
  const elsewhere = 'CASE WHEN body_id <> $2 THEN body_visibility END';
  const rows = await tx.query<{ id: string; visibility: Visibility }[]>(
    `SELECT id, CASE WHEN ${anyClosed('visibility', elsewhere)} THEN 'closed' ELSE 'open' END AS visibility
     FROM visibility_today WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, visibility FROM body WHERE id = $2`,
    [ids.pointsAndBilag, ids.body],
  );
  return new Map(rows.map((row) => [row.id, row.visibility]));
}
