import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How open points and bilag are today, for versions and documents that still tell of them: of what is gone, how open it
 * was when it went, so that nobody opens a thing by deleting it.
 */
export class CreateVisibilityToday1764001400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gone (
        id uuid PRIMARY KEY,
        point_id uuid,
        visibility text NOT NULL CHECK (visibility IN ('open', 'closed')),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE VIEW visibility_today AS
        SELECT point.id, point.id AS point_id,
               CASE WHEN 'closed' IN (point.visibility, coalesce(parent.visibility, 'open')) THEN 'closed' ELSE 'open' END
                 AS visibility,
               body.id AS body_id, body.visibility AS body_visibility
        FROM agenda_point point
        JOIN meeting ON meeting.id = point.meeting_id
        JOIN body ON body.id = meeting.body_id
        LEFT JOIN agenda_point parent ON parent.id = point.parent_id
        UNION ALL SELECT id, point_id, visibility, NULL, 'open' FROM attachment
        UNION ALL SELECT id, point_id, visibility, NULL, 'open' FROM gone`);
    await runner.query(`
      CREATE FUNCTION keep_how_open_it_was() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO gone (id, point_id, visibility)
        SELECT id, point_id, CASE WHEN 'closed' IN (visibility, body_visibility) THEN 'closed' ELSE 'open' END
        FROM visibility_today WHERE id = OLD.id;
        RETURN OLD;
      END $$`);
    for (const table of ['agenda_point', 'attachment'])
      await runner.query(
        `CREATE TRIGGER keep_how_open_it_was BEFORE DELETE ON ${table}
         FOR EACH ROW EXECUTE FUNCTION keep_how_open_it_was()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['agenda_point', 'attachment'])
      await runner.query(`DROP TRIGGER keep_how_open_it_was ON ${table}`);
    await runner.query('DROP FUNCTION keep_how_open_it_was');
    await runner.query('DROP VIEW visibility_today');
    await runner.query('DROP TABLE gone');
  }
}
