import type { SubjectKind } from '../../contracts/events.js';
import { anyClosed } from '../organisation/index.js';
import type { SubjectFacts } from './audit.policy.js';

/** A kind of thing, and the SQL that gives what the rules ask of the one with the id `$1`. */
interface FactsQuery {
  readonly kind: SubjectFacts['kind'];
  readonly sql: string;
}

/** What is not said of a thing. */
const NOTHING = {
  body: 'NULL::uuid',
  point: 'NULL::uuid',
  unit: 'NULL::uuid',
  person: 'NULL::uuid',
  visibility: `'open'`,
  released: 'true',
};

function facts(kind: SubjectFacts['kind'], from: string, columns: Partial<typeof NOTHING>): FactsQuery {
  const { body, point, unit, person, visibility, released } = { ...NOTHING, ...columns };
  const sql = `
    SELECT owner.id AS "bodyId", owner.visibility AS "bodyVisibility", thing.point AS "pointId",
      CASE WHEN ${anyClosed('thing.visibility', 'owner.visibility', 'point.visibility', 'parent.visibility')}
        THEN 'closed' ELSE 'open' END AS visibility,
      coalesce(point.frozen_number IS NOT NULL, false) AS "pointReleased", thing.released,
      thing.unit AS "unitId", thing.person AS "personId"
    FROM (SELECT ${body} AS body, ${point} AS point, ${unit} AS unit, ${person} AS person,
            ${visibility} AS visibility, ${released} AS released FROM ${from}) AS thing
    LEFT JOIN body AS owner ON owner.id = thing.body
    LEFT JOIN agenda_point AS point ON point.id = thing.point
    LEFT JOIN agenda_point AS parent ON parent.id = point.parent_id`;
  return { kind, sql };
}

const AT_POINT = 'JOIN agenda_point AS p ON p.id = t.point_id JOIN meeting AS m ON m.id = p.meeting_id';
const OF_POINT = { body: 'm.body_id', point: 'p.id' };

/** An attachment hangs on a point or on an indstilling. */
const ATTACHMENT = `attachment AS t LEFT JOIN agenda_point AS p ON p.id = t.point_id
  LEFT JOIN meeting AS m ON m.id = p.meeting_id LEFT JOIN indstilling AS i ON i.id = t.indstilling_id
  WHERE t.id = $1`;

/** Every kind of thing that has a history. What is gone has none but for the administrators of the database. */
export const FACTS: Readonly<Record<SubjectKind, FactsQuery>> = {
  unit: facts('register', 'unit WHERE id = $1', {}),
  calendar: facts('register', '(SELECT $1::uuid) AS calendar', {}),
  import: facts('register', 'import_record WHERE id = $1', {}),
  membership: facts('person', 'membership WHERE id = $1', { person: 'person_id' }),
  session: facts('register', '(SELECT $1::uuid) AS session', {}),
  person: facts('person', 'person WHERE id = $1', { person: 'id' }),
  body: facts('body', 'body WHERE id = $1', { body: 'id' }),
  meeting: facts('meeting', 'meeting WHERE id = $1', { body: 'body_id' }),
  'agenda-point': facts(
    'point',
    'agenda_point AS p JOIN meeting AS m ON m.id = p.meeting_id WHERE p.id = $1',
    OF_POINT,
  ),
  decision: facts('point', `decision AS t ${AT_POINT} WHERE t.id = $1`, OF_POINT),
  attachment: facts('point', ATTACHMENT, {
    ...{ body: 'coalesce(m.body_id, i.body_id)', point: 'p.id', visibility: 't.visibility' },
    ...{ unit: 'i.unit_id', person: 'i.author_id', released: 'coalesce(i.submission > 0, true)' },
  }),
  minutes: facts('minutes', 'minutes AS t JOIN meeting AS m ON m.id = t.meeting_id WHERE t.id = $1', {
    ...{ body: 'm.body_id', released: `t.state IN ('approved', 'published')` },
  }),
  document: facts(
    'minutes',
    `document AS t LEFT JOIN meeting AS m ON m.id = t.subject_id
     LEFT JOIN indstilling AS i ON i.id = t.subject_id WHERE t.id = $1`,
    { body: 'coalesce(m.body_id, i.body_id)', released: 'false' },
  ),
  indstilling: facts('indstilling', 'indstilling WHERE id = $1', {
    ...{ body: 'body_id', unit: 'unit_id', person: 'author_id', released: 'submission > 0' },
  }),
  'follow-up': facts('follow-up', 'follow_up WHERE id = $1', {
    ...{ body: 'body_id', point: 'point_id', unit: 'unit_id', person: 'person_id' },
    released: `stage IN ('confirmed', 'issued')`,
  }),
};
