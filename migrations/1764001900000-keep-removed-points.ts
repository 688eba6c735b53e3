import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was removed from an agenda that was never sent, whole: the point, its sub-points and what hung on them, as rows by
 * table, so that taking the removal back gives them all with their ids.
 */
export class KeepRemovedPoints1764001900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE removed_point (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting,
        kept jsonb NOT NULL,
        removed_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE removed_point');
  }
}
