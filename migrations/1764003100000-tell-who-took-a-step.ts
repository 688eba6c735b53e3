import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took a step with an indstilling; steps of before, and those that an import took, name nobody. */
export class TellWhoTookAStep1764003100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE indstilling_step ADD COLUMN person_id uuid REFERENCES person (id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE indstilling_step DROP COLUMN person_id');
  }
}
