import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each reader has highlighted in points and their indstillinger, each for themself alone; as their notes, on no row of a point. */
export class CreateOwnHighlights1764003210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The id is made by the client: it is told apart from the same id of somebody else by whose it is.
    await runner.query(`
      CREATE TABLE own_highlight (
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        id uuid NOT NULL,
        point_id uuid NOT NULL,
        meeting_id uuid NOT NULL REFERENCES meeting,
        title text NOT NULL,
        section text NOT NULL,
        quote text NOT NULL,
        prefix text NOT NULL,
        suffix text NOT NULL,
        note text,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, id)
      )`);
    await runner.query('CREATE INDEX own_highlight_by_point ON own_highlight (person_id, point_id)');
    await runner.query('CREATE INDEX own_highlight_by_meeting ON own_highlight (meeting_id, person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE own_highlight');
  }
}
