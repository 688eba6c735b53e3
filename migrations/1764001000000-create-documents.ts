import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents asked for and made. The key says what the same document is; its source is what it is made from. */
export class CreateDocuments1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('agenda', 'minutes', 'indstilling')),
        subject_id uuid NOT NULL,
        audience text NOT NULL CHECK (audience IN ('all', 'open')),
        source jsonb NOT NULL,
        source_state text NOT NULL,
        prints uuid[] NOT NULL,
        source_hash text NOT NULL,
        template_version integer NOT NULL,
        file_name text NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'ready', 'failed')),
        progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
        attempts integer NOT NULL DEFAULT 0,
        reason text,
        sha256 text,
        size integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        touched_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT document_key_is_its_own UNIQUE (kind, subject_id, audience, source_state, source_hash, template_version),
        CONSTRAINT document_ready_has_file CHECK ((state = 'ready') = (sha256 IS NOT NULL AND size IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX document_by_subject ON document (subject_id, created_at)');
    await runner.query(
      `CREATE INDEX document_owed ON document (touched_at) WHERE state IN ('queued', 'running')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document');
  }
}
