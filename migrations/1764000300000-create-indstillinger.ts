import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indstillinger, their submitted versions and the steps they have taken. */
export class CreateIndstillinger1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indstilling (
        id uuid PRIMARY KEY,
        body_id uuid NOT NULL CONSTRAINT indstilling_body_exists REFERENCES body,
        wanted_meeting_id uuid CONSTRAINT indstilling_meeting_exists REFERENCES meeting,
        template text NOT NULL,
        title text NOT NULL COLLATE danish,
        minutes integer CHECK (minutes BETWEEN 0 AND 1440),
        case_number text,
        author_id uuid CONSTRAINT indstilling_author_exists REFERENCES person,
        author jsonb NOT NULL,
        created_by uuid REFERENCES person,
        unit_id uuid CONSTRAINT indstilling_unit_exists REFERENCES unit,
        unit_name text,
        month text,
        sections jsonb NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        steps jsonb,
        submission integer NOT NULL DEFAULT 0,
        approved_submission integer,
        imported_from uuid,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query('CREATE INDEX indstilling_by_body ON indstilling (body_id, state)');
    await runner.query('CREATE INDEX indstilling_by_author ON indstilling (author_id)');
    await runner.query('CREATE INDEX indstilling_by_unit ON indstilling (unit_id)');
    await runner.query(`
      CREATE TABLE indstilling_version (
        indstilling_id uuid NOT NULL REFERENCES indstilling ON DELETE CASCADE,
        number integer NOT NULL,
        submitted_at timestamptz NOT NULL DEFAULT now(),
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        PRIMARY KEY (indstilling_id, number)
      )`);
    await runner.query(`
      CREATE TABLE indstilling_step (
        id uuid PRIMARY KEY,
        indstilling_id uuid NOT NULL REFERENCES indstilling ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        action text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        reason text,
        submission integer NOT NULL
      )`);
    await runner.query(
      'CREATE INDEX indstilling_step_by_indstilling ON indstilling_step (indstilling_id, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE indstilling_step, indstilling_version, indstilling');
  }
}
