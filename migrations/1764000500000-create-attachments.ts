import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attachments of a point or of an indstilling: title, order and visibility; their bytes come later. */
export class CreateAttachments1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        id uuid PRIMARY KEY,
        point_id uuid CONSTRAINT attachment_point_exists REFERENCES agenda_point ON DELETE CASCADE,
        indstilling_id uuid CONSTRAINT attachment_indstilling_exists REFERENCES indstilling ON DELETE CASCADE,
        position integer NOT NULL,
        title text NOT NULL COLLATE danish,
        visibility text NOT NULL CHECK (visibility IN ('open', 'closed')),
        imported_text text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT attachment_belongs_to_one CHECK ((point_id IS NULL) <> (indstilling_id IS NULL)),
        CONSTRAINT attachment_position_is_its_own UNIQUE NULLS NOT DISTINCT (point_id, indstilling_id, position)
          DEFERRABLE INITIALLY DEFERRED
      )`);
    await runner.query(
      'CREATE INDEX attachment_by_indstilling ON attachment (indstilling_id) WHERE indstilling_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment');
  }
}
