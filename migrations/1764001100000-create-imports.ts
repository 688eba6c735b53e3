import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What packages were read in, and what became of each document in them. */
export class CreateImports1764001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_record (
        id uuid PRIMARY KEY,
        file_name text NOT NULL,
        format text NOT NULL,
        content_hash text NOT NULL,
        imported_by uuid REFERENCES person,
        imported_at timestamptz NOT NULL DEFAULT now(),
        lines jsonb NOT NULL,
        unread jsonb NOT NULL,
        ledger jsonb NOT NULL,
        CONSTRAINT import_is_one_a_content_and_person UNIQUE NULLS NOT DISTINCT (content_hash, imported_by)
      )`);
    await runner.query(`
      CREATE TABLE import_part (
        id uuid PRIMARY KEY,
        import_id uuid NOT NULL REFERENCES import_record ON DELETE CASCADE,
        position integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('agenda', 'minutes', 'indstilling')),
        body_name text,
        date date,
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        state text NOT NULL CHECK (state IN ('taken-in', 'needs-date', 'needs-body', 'known-already')),
        meeting_id uuid REFERENCES meeting,
        indstilling_id uuid REFERENCES indstilling,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (import_id, position)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX import_part_is_taken_in_once ON import_part (lower(body_name), date, kind, content_hash)
      WHERE state = 'taken-in'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_part, import_record');
  }
}
