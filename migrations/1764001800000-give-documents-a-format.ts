import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document is a DOCX, or the PDF made from that very DOCX: the format is part of what the same document is. */
export class GiveDocumentsAFormat1764001800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE document ADD COLUMN format text NOT NULL DEFAULT 'docx' CHECK (format IN ('docx', 'pdf'))`,
    );
    await keyOf(runner, 'kind, subject_id, audience, format, source_state, source_hash, template_version');
  }

  /** The PDFs go: each can be made again from what it prints. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM document WHERE format = 'pdf'`);
    await keyOf(runner, 'kind, subject_id, audience, source_state, source_hash, template_version');
    await runner.query('ALTER TABLE document DROP COLUMN format');
  }
}

async function keyOf(runner: QueryRunner, columns: string): Promise<void> {
  await runner.query('ALTER TABLE document DROP CONSTRAINT document_key_is_its_own');
  await runner.query(`ALTER TABLE document ADD CONSTRAINT document_key_is_its_own UNIQUE (${columns})`);
}
