import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Word files that indstillinger were written in elsewhere: the file is kept, whatever is taken over of it. */
export class CreateWordReadings1764003350000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE word_reading (
        id uuid PRIMARY KEY,
        indstilling_id uuid NOT NULL REFERENCES indstilling,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        size integer NOT NULL,
        read_by uuid REFERENCES person,
        read_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX word_reading_by_indstilling ON word_reading (indstilling_id)');
    await runner.query('CREATE INDEX word_reading_by_file ON word_reading (sha256)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE word_reading');
  }
}
