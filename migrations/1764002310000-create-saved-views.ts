import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sets of filters that people have given a name, each for themself alone. */
export class CreateSavedViews1764002310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        page text NOT NULL CHECK (page IN ('meetings', 'follow-ups')),
        name text NOT NULL COLLATE danish,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT saved_view_name_is_its_own UNIQUE (person_id, page, name)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view');
  }
}
