import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The minutes of a meeting with their workflow, and the additions made after approval. */
export class CreateMinutes1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE minutes (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL CONSTRAINT minutes_are_one_a_meeting UNIQUE REFERENCES meeting,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'in-review', 'approved', 'published')),
        approved_at timestamptz,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE minutes_addition (
        id uuid PRIMARY KEY,
        minutes_id uuid NOT NULL REFERENCES minutes,
        point_id uuid REFERENCES agenda_point,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        author_name text NOT NULL,
        text jsonb NOT NULL
      )`);
    await runner.query('CREATE INDEX minutes_addition_by_minutes ON minutes_addition (minutes_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE minutes_addition, minutes');
  }
}
