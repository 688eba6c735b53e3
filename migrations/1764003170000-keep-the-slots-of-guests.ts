import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a guest of one point takes part, as their mail and their calendar say it in place of the times of the meeting. */
export class KeepTheSlotsOfGuests1764003170000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sending_recipient ADD COLUMN slot jsonb');
    await runner.query('ALTER TABLE invitation ADD COLUMN slot jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitation DROP COLUMN slot');
    await runner.query('ALTER TABLE sending_recipient DROP COLUMN slot');
  }
}
