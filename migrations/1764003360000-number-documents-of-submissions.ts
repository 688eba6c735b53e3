import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = 'kind, subject_id, audience, format, source_state, source_hash, template_version';

/** A document of an indstilling may be of one of its submissions; 0: of the text as it stands. */
export class NumberDocumentsOfSubmissions1764003360000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE document ADD COLUMN submission integer NOT NULL DEFAULT 0');
    await keyOf(runner, `${KEY}, submission`);
  }

  /** The documents of submissions go: each can be made again from what was submitted. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM document WHERE submission > 0');
    await keyOf(runner, KEY);
    await runner.query('ALTER TABLE document DROP COLUMN submission');
  }
}

async function keyOf(runner: QueryRunner, columns: string): Promise<void> {
  await runner.query('ALTER TABLE document DROP CONSTRAINT document_key_is_its_own');
  await runner.query(`ALTER TABLE document ADD CONSTRAINT document_key_is_its_own UNIQUE (${columns})`);
}
