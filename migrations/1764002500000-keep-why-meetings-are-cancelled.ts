import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a meeting is cancelled is told to its readers; the event that it was tells only those who read the history. */
export class KeepWhyMeetingsAreCancelled1764002500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE meeting ADD COLUMN cancelled_because text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE meeting DROP COLUMN cancelled_because');
  }
}
