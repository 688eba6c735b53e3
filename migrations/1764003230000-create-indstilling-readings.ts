import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which submission of an indstilling each reader read last, for themself alone. */
export class CreateIndstillingReadings1764003230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_indstilling_reading (
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        indstilling_id uuid NOT NULL REFERENCES indstilling ON DELETE CASCADE,
        submission integer NOT NULL,
        read_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, indstilling_id)
      )`);
    await runner.query(
      'CREATE INDEX own_indstilling_reading_by_indstilling ON own_indstilling_reading (indstilling_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE own_indstilling_reading');
  }
}
