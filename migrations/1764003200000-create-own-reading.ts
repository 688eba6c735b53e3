import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each reader keeps for themself: notes, read marks and the place they came to. None of it hangs on the row of its
 * point: a note is never lost, nor kept elsewhere, when the point is removed, and is there again when it is.
 */
export class CreateOwnReading1764003200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `meeting_id` is the meeting it was last written at, `title` how the point was called there.
    await runner.query(`
      CREATE TABLE own_note (
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        point_id uuid NOT NULL,
        meeting_id uuid NOT NULL REFERENCES meeting,
        title text NOT NULL,
        text text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, point_id)
      )`);
    await runner.query('CREATE INDEX own_note_by_meeting ON own_note (meeting_id, person_id)');
    await runner.query(`
      CREATE TABLE own_mark (
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        point_id uuid NOT NULL,
        content_key text NOT NULL,
        read_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, point_id)
      )`);
    await runner.query(`
      CREATE TABLE own_place (
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        meeting_id uuid NOT NULL REFERENCES meeting,
        point_id uuid NOT NULL,
        attachment_id uuid,
        page integer,
        PRIMARY KEY (meeting_id, person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['own_place', 'own_mark', 'own_note']) await runner.query(`DROP TABLE ${table}`);
  }
}
