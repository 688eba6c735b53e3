import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who judges indstillinger in another's stead, and on which days; and whose step it was that somebody took. */
export class CreateStandIns1764003260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stand_in (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        stand_in_id uuid NOT NULL REFERENCES person,
        body_id uuid REFERENCES body,
        from_date date NOT NULL,
        to_date date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT stand_in_is_another CHECK (person_id <> stand_in_id),
        CONSTRAINT stand_in_has_days CHECK (from_date <= to_date)
      )`);
    await runner.query('CREATE INDEX stand_in_by_stand_in ON stand_in (stand_in_id, to_date)');
    await runner.query('CREATE INDEX stand_in_by_person ON stand_in (person_id, to_date)');
    await runner.query('ALTER TABLE indstilling_step ADD COLUMN for_person_id uuid REFERENCES person (id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE indstilling_step DROP COLUMN for_person_id');
    await runner.query('DROP TABLE stand_in');
  }
}
