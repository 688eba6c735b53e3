import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is asked to read an agenda through before it is sent, how far the mail to them is, and what they said. */
export class CreateAgendaReviews1764002220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agenda_review (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting,
        person_id uuid NOT NULL REFERENCES person,
        asked_by uuid REFERENCES person,
        asked_at timestamptz NOT NULL,
        message text,
        taken_back_at timestamptz,
        read_at timestamptz,
        comment text,
        state text NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'dropped')),
        cause text,
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL,
        sent_at timestamptz
      )`);
    // Asked again after it was taken back is another review: what was said before stays with the first.
    await runner.query(
      'CREATE UNIQUE INDEX agenda_review_once ON agenda_review (meeting_id, person_id) WHERE taken_back_at IS NULL',
    );
    await runner.query('CREATE INDEX agenda_review_by_person ON agenda_review (person_id)');
    await runner.query(
      "CREATE INDEX agenda_review_owed ON agenda_review (next_try_at) WHERE state = 'queued'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE agenda_review');
  }
}
