import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a follow-up comes from a closed point, kept with it: lists ask it of every row they walk. The database keeps it,
 * in the transaction that closes or opens the point, so that no statement can forget it; what nobody worked out is closed.
 *
 * Rows are held in the order meeting, point, follow-up, as those hold them who change an agenda: whoever writes a follow-up
 * waits for those who change how open its point is, and they for it, never both for each other.
 */
export class MarkFollowUpsOfClosedPoints1764001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE follow_up ADD COLUMN from_closed boolean NOT NULL DEFAULT true');
    await runner.query(COMES_FROM_CLOSED);
    await runner.query('UPDATE follow_up SET from_closed = comes_from_closed(point_id, meeting_id)');
    await runner.query(MARK_ONE);
    await runner.query(MARK_OF_POINTS);
    await runner.query(MARK_OF_POINT);
    await runner.query(MARK_OF_BODY);
    for (const trigger of TRIGGERS) await runner.query(`CREATE TRIGGER ${trigger}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['mark_follow_up', 'mark_follow_ups_of_points', 'comes_from_closed'])
      await runner.query(`DROP FUNCTION ${name} CASCADE`);
    for (const name of ['mark_follow_ups_of_point', 'mark_follow_ups_of_body'])
      await runner.query(`DROP FUNCTION ${name} CASCADE`);
    await runner.query('ALTER TABLE follow_up DROP COLUMN from_closed');
  }
}

/**
 * Whether a point is closed by itself, by its parent, or by the body of the meeting it was moved to (that of the follow-up's
 * own meeting is judged with the reader's rights). Holds what it reads as it is until the transaction ends.
 */
const COMES_FROM_CLOSED = `
  CREATE FUNCTION comes_from_closed(point uuid, meeting uuid) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    origin agenda_point;
    found_there text;
  BEGIN
    IF point IS NULL THEN RETURN false; END IF;
    SELECT * INTO origin FROM agenda_point WHERE id = point FOR SHARE;
    IF origin.visibility IS DISTINCT FROM 'open' THEN RETURN true; END IF;
    IF origin.parent_id IS NOT NULL THEN
      SELECT visibility INTO found_there FROM agenda_point WHERE id = origin.parent_id FOR SHARE;
      IF found_there IS DISTINCT FROM 'open' THEN RETURN true; END IF;
    END IF;
    IF origin.meeting_id IS DISTINCT FROM meeting THEN
      SELECT body.visibility INTO found_there FROM body JOIN meeting moved_to ON moved_to.body_id = body.id
      WHERE moved_to.id = origin.meeting_id FOR SHARE OF body;
      RETURN found_there IS DISTINCT FROM 'open';
    END IF;
    RETURN false;
  END $$`;

const MARK_ONE = `
  CREATE FUNCTION mark_follow_up() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM meeting WHERE id = NEW.meeting_id FOR KEY SHARE;
    NEW.from_closed := comes_from_closed(NEW.point_id, NEW.meeting_id);
    RETURN NEW;
  END $$`;

const MARK_OF_POINTS = `
  CREATE FUNCTION mark_follow_ups_of_points(points uuid[]) RETURNS void LANGUAGE sql AS $$
    UPDATE follow_up SET from_closed = today.closed
    FROM (SELECT id, comes_from_closed(point_id, meeting_id) AS closed FROM follow_up WHERE point_id = ANY(points)) today
    WHERE follow_up.id = today.id AND follow_up.from_closed <> today.closed $$`;

/** The sub-points of a point are as closed as it is. */
const MARK_OF_POINT = `
  CREATE FUNCTION mark_follow_ups_of_point() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM mark_follow_ups_of_points(ARRAY(SELECT id FROM agenda_point WHERE NEW.id IN (id, parent_id)));
    RETURN NULL;
  END $$`;

/** Of the body itself and of a meeting that goes to another: what was moved there from elsewhere. */
const MARK_OF_BODY = `
  CREATE FUNCTION mark_follow_ups_of_body() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM mark_follow_ups_of_points(ARRAY(
      SELECT point.id FROM meeting JOIN agenda_point point ON point.meeting_id = meeting.id
      JOIN follow_up ON follow_up.point_id = point.id AND follow_up.meeting_id IS DISTINCT FROM point.meeting_id
      WHERE NEW.id IN (meeting.body_id, meeting.id)));
    RETURN NULL;
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
  `mark_follow_ups AFTER UPDATE OF body_id ON meeting FOR EACH ROW
   WHEN (OLD.body_id IS DISTINCT FROM NEW.body_id) EXECUTE FUNCTION mark_follow_ups_of_body()`,
];
