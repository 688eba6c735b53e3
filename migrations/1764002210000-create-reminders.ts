import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which deadlines of a meeting somebody was reminded of, and how far each mail about one is. */
export class CreateReminders1764002210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A meeting that moves has other deadlines: each moment is reminded of once.
    await runner.query(`
      CREATE TABLE reminder (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting,
        kind text NOT NULL CHECK (kind IN ('indstillinger', 'material', 'agenda')),
        due_date date NOT NULL,
        due_time text NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT reminder_once UNIQUE (meeting_id, kind, due_date, due_time)
      )`);
    await runner.query(`
      CREATE TABLE reminder_mail (
        id uuid PRIMARY KEY,
        reminder_id uuid NOT NULL REFERENCES reminder,
        person_id uuid NOT NULL REFERENCES person,
        name text NOT NULL COLLATE danish,
        address text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'dropped')),
        cause text,
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL,
        sent_at timestamptz,
        CONSTRAINT reminder_mail_once UNIQUE (reminder_id, person_id)
      )`);
    await runner.query('CREATE INDEX reminder_mail_by_person ON reminder_mail (person_id)');
    await runner.query(
      "CREATE INDEX reminder_mail_owed ON reminder_mail (next_try_at) WHERE state = 'queued'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminder_mail, reminder');
  }
}
