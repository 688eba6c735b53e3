import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a step that can be taken back changed, so that all is as it was before. A step that is taken back stays in the
 * trail, and so does the version it kept: its number belongs to its text for good.
 */
export class TakeStepsBack1764003250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indstilling_step
        ADD COLUMN was jsonb,
        ADD COLUMN version_after integer,
        ADD COLUMN taken_back_at timestamptz`);
    await runner.query('ALTER TABLE indstilling_version ADD COLUMN taken_back_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE indstilling_version DROP COLUMN taken_back_at');
    await runner.query(
      'ALTER TABLE indstilling_step DROP COLUMN was, DROP COLUMN version_after, DROP COLUMN taken_back_at',
    );
  }
}
