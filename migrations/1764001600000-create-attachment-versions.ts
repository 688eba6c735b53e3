import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The files of bilag, each a version. A row is there before its bytes: pending until the file is stored, failed where it
 * never was. What is not ready belongs to no number, and the row of a new bilag's file to no bilag, so that nobody sees
 * what is still on its way; a bilag points to its newest version, and a sent agenda to the one it was sent with.
 */
export class CreateAttachmentVersions1764001600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment_version (
        id uuid PRIMARY KEY,
        attachment_id uuid REFERENCES attachment ON DELETE CASCADE,
        number integer CHECK (number > 0),
        file_name text NOT NULL,
        kind text,
        size bigint,
        sha256 text,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'ready', 'failed')),
        reason text,
        uploaded_by uuid REFERENCES person,
        created_at timestamptz NOT NULL DEFAULT now(),
        ready_at timestamptz,
        CONSTRAINT attachment_version_number_is_its_own UNIQUE (attachment_id, number),
        CONSTRAINT attachment_version_ready_has_file CHECK ((state = 'ready') =
          (attachment_id IS NOT NULL AND number IS NOT NULL AND kind IS NOT NULL AND size IS NOT NULL
           AND sha256 IS NOT NULL AND ready_at IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX attachment_version_by_file ON attachment_version (sha256)');
    await runner.query(
      `CREATE INDEX attachment_version_not_ready ON attachment_version (created_at) WHERE state <> 'ready'`,
    );
    await runner.query('CREATE INDEX attachment_version_by_person ON attachment_version (uploaded_by)');
    await runner.query(`
      ALTER TABLE attachment ADD COLUMN file_version_id uuid CONSTRAINT attachment_file_exists
        REFERENCES attachment_version DEFERRABLE INITIALLY DEFERRED`);
    await runner.query('CREATE INDEX document_by_file ON document (sha256)');
    // Removed bilag, whole, as rows by table, so that taking the removal back gives them with their ids.
    await runner.query(`
      CREATE TABLE removed_attachment (
        id uuid PRIMARY KEY,
        kept jsonb NOT NULL,
        removed_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE removed_attachment');
    await runner.query('DROP INDEX document_by_file');
    await runner.query('ALTER TABLE attachment DROP COLUMN file_version_id');
    await runner.query('DROP TABLE attachment_version');
  }
}
