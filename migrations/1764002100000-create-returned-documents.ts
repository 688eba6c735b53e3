import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that came back as somebody saved them: the file is kept, whatever is taken over of it. */
export class CreateReturnedDocuments1764002100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE returned_document (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting,
        document_id uuid NOT NULL REFERENCES document,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        size integer NOT NULL,
        returned_by uuid REFERENCES person,
        returned_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX returned_document_by_meeting ON returned_document (meeting_id)');
    await runner.query('CREATE INDEX returned_document_by_file ON returned_document (sha256)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE returned_document');
  }
}
