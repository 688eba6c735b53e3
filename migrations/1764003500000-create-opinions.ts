import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The units that are asked for their opinion of an indstilling, and what they answer. */
export class CreateOpinions1764003500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indstilling_opinion (
        id uuid PRIMARY KEY,
        indstilling_id uuid NOT NULL REFERENCES indstilling ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit,
        asked_by uuid REFERENCES person,
        asked_at timestamptz NOT NULL DEFAULT now(),
        due_on date NOT NULL,
        answer text CONSTRAINT opinion_answer_known CHECK (answer IN ('agrees', 'remarks')),
        text text,
        answered_by uuid REFERENCES person,
        answered_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT opinion_is_answered_at CHECK ((answer IS NULL) = (answered_at IS NULL)),
        CONSTRAINT opinion_remarks_have_words CHECK (answer IS DISTINCT FROM 'remarks' OR text IS NOT NULL)
      )`);
    // A unit answers one question at a time; once it has answered it may be asked again.
    await runner.query(`
      CREATE UNIQUE INDEX indstilling_opinion_awaited ON indstilling_opinion (indstilling_id, unit_id)
      WHERE answer IS NULL`);
    await runner.query(
      'CREATE INDEX indstilling_opinion_by_indstilling ON indstilling_opinion (indstilling_id)',
    );
    await runner.query('CREATE INDEX indstilling_opinion_by_unit ON indstilling_opinion (unit_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE indstilling_opinion');
  }
}
