import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a follow-up comes from a closed point, kept with it: lists ask it of every row they walk. The database keeps it,
 * in the transaction that closes or opens the point, whatever statement does so; what nobody worked out is closed.
 *
 * Two who change things at once do not miss each other. Of follow-ups that are there, whoever marks one holds it first and
 * works it out afterwards, with all that was committed until then; who links a point to a parent or a body, or a new
 * follow-up to a point, holds these first, so that they are closed before, or find the link. Rows are held in the order
 * meeting, body or point, follow-up; never a point by who has a body.
 */
export class MarkFollowUpsOfClosedPoints1764001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE follow_up ADD COLUMN from_closed boolean NOT NULL DEFAULT true');
    await runner.query(COMES_FROM_CLOSED);
    await runner.query('UPDATE follow_up SET from_closed = comes_from_closed(point_id, meeting_id)');
    for (const definition of [MARK_ONE, MARK_OF_POINTS, MARK_OF_POINT, MARK_OF_BODY, KEEP_BODY])
      await runner.query(definition);
    for (const trigger of TRIGGERS) await runner.query(`CREATE TRIGGER ${trigger}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['mark_follow_up', 'mark_follow_ups_of_point', 'mark_follow_ups_of_body'])
      await runner.query(`DROP FUNCTION ${name} CASCADE`);
    for (const name of ['meeting_keeps_its_body', 'mark_follow_ups_of_points', 'comes_from_closed'])
      await runner.query(`DROP FUNCTION ${name} CASCADE`);
    await runner.query('ALTER TABLE follow_up DROP COLUMN from_closed');
  }
}

/**
 * Whether a point is closed by itself, by its parent, or by the body of the meeting it was moved to (that of the follow-up's
 * own meeting is judged with the reader's rights).
 */
const COMES_FROM_CLOSED = `
  CREATE FUNCTION comes_from_closed(point uuid, meeting uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT point IS NOT NULL AND coalesce((
      SELECT 'closed' IN (origin.visibility, coalesce(parent.visibility, 'open'),
                          CASE WHEN origin.meeting_id IS DISTINCT FROM $2 THEN body.visibility ELSE 'open' END)
      FROM agenda_point origin
      LEFT JOIN agenda_point parent ON parent.id = origin.parent_id
      JOIN meeting moved_to ON moved_to.id = origin.meeting_id
      JOIN body ON body.id = moved_to.body_id
      WHERE origin.id = $1), true) $$`;

/** A follow-up that is new, or goes to another point. */
const MARK_ONE = `
  CREATE FUNCTION mark_follow_up() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    origin agenda_point;
  BEGIN
    PERFORM FROM meeting WHERE id = NEW.meeting_id FOR KEY SHARE;
    SELECT * INTO origin FROM agenda_point WHERE id = NEW.point_id FOR SHARE;
    PERFORM FROM agenda_point WHERE id = origin.parent_id FOR SHARE;
    IF origin.meeting_id IS DISTINCT FROM NEW.meeting_id THEN
      PERFORM FROM body WHERE id = (SELECT body_id FROM meeting WHERE id = origin.meeting_id) FOR SHARE;
    END IF;
    NEW.from_closed := comes_from_closed(NEW.point_id, NEW.meeting_id);
    RETURN NEW;
  END $$`;

/** Each statement of it sees what was committed before it began. */
const MARK_OF_POINTS = `
  CREATE FUNCTION mark_follow_ups_of_points(points uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM follow_up WHERE point_id = ANY(points) ORDER BY id FOR NO KEY UPDATE;
    UPDATE follow_up SET from_closed = NOT from_closed
    WHERE point_id = ANY(points) AND from_closed <> comes_from_closed(point_id, meeting_id);
  END $$`;

/** The sub-points of a point are as closed as it is. */
const MARK_OF_POINT = `
  CREATE FUNCTION mark_follow_ups_of_point() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.parent_id IS DISTINCT FROM OLD.parent_id THEN
      PERFORM FROM agenda_point WHERE id = NEW.parent_id FOR SHARE;
    END IF;
    IF NEW.meeting_id <> OLD.meeting_id THEN
      PERFORM FROM body WHERE id = (SELECT body_id FROM meeting WHERE id = NEW.meeting_id) FOR SHARE;
    END IF;
    PERFORM mark_follow_ups_of_points(ARRAY(
      SELECT NEW.id UNION ALL SELECT id FROM agenda_point WHERE parent_id = NEW.id));
    RETURN NULL;
  END $$`;

/** Of what was moved to the body from elsewhere. */
const MARK_OF_BODY = `
  CREATE FUNCTION mark_follow_ups_of_body() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM mark_follow_ups_of_points(ARRAY(
      SELECT point.id FROM meeting JOIN agenda_point point ON point.meeting_id = meeting.id
      JOIN follow_up ON follow_up.point_id = point.id AND follow_up.meeting_id IS DISTINCT FROM point.meeting_id
      WHERE meeting.body_id = NEW.id));
    RETURN NULL;
  END $$`;

const KEEP_BODY = `
  CREATE FUNCTION meeting_keeps_its_body() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a meeting keeps its body' USING ERRCODE = 'check_violation';
  END $$`;

const TRIGGERS = [
  `mark_new_follow_up BEFORE INSERT ON follow_up FOR EACH ROW EXECUTE FUNCTION mark_follow_up()`,
  `mark_moved_follow_up BEFORE UPDATE OF point_id, meeting_id ON follow_up FOR EACH ROW
   WHEN (ROW(OLD.point_id, OLD.meeting_id) IS DISTINCT FROM ROW(NEW.point_id, NEW.meeting_id))
   EXECUTE FUNCTION mark_follow_up()`,
  `mark_follow_ups AFTER UPDATE OF visibility, parent_id, meeting_id ON agenda_point FOR EACH ROW
   WHEN (ROW(OLD.visibility, OLD.parent_id, OLD.meeting_id)
         IS DISTINCT FROM ROW(NEW.visibility, NEW.parent_id, NEW.meeting_id))
   EXECUTE FUNCTION mark_follow_ups_of_point()`,
  `mark_follow_ups AFTER UPDATE OF visibility ON body FOR EACH ROW
   WHEN (OLD.visibility IS DISTINCT FROM NEW.visibility) EXECUTE FUNCTION mark_follow_ups_of_body()`,
  `meeting_keeps_its_body BEFORE UPDATE OF body_id ON meeting FOR EACH ROW
   WHEN (OLD.body_id <> NEW.body_id) EXECUTE FUNCTION meeting_keeps_its_body()`,
];
