import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent of an agenda and when, to whom, how far each mail is, and what each calendar was told last. */
export class CreateSendings1764001700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `content` and `texts` are what was pressed, kept only while it may be taken back: released, they are a version.
    await runner.query(`
      CREATE TABLE sending (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting,
        kind text NOT NULL CHECK (kind IN ('first', 'correction', 'update', 'cancellation')),
        state text NOT NULL CHECK (state IN ('waiting', 'regretted', 'stopped', 'released')),
        reason text,
        message text,
        facts jsonb NOT NULL,
        content jsonb,
        texts jsonb,
        content_hash text,
        after_version integer NOT NULL DEFAULT 0,
        sent_by uuid REFERENCES person,
        requested_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        released_at timestamptz,
        version_id uuid REFERENCES agenda_version,
        stopped_because text,
        CONSTRAINT sending_keeps_what_waits CHECK ((state = 'waiting') = (content IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX sending_by_meeting ON sending (meeting_id, id)');
    await runner.query(
      "CREATE UNIQUE INDEX sending_waits_alone ON sending (meeting_id) WHERE state = 'waiting'",
    );
    await runner.query("CREATE INDEX sending_by_due ON sending (due_at) WHERE state = 'waiting'");
    await runner.query(`
      CREATE TABLE sending_recipient (
        id uuid PRIMARY KEY,
        sending_id uuid NOT NULL REFERENCES sending,
        person_id uuid NOT NULL REFERENCES person,
        name text NOT NULL COLLATE danish,
        address text,
        "group" text NOT NULL,
        sees_closed boolean NOT NULL,
        method text NOT NULL CHECK (method IN ('request', 'cancel')),
        sequence integer,
        state text NOT NULL CHECK (state IN ('waiting', 'queued', 'sent', 'failed')),
        cause text,
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz,
        sent_at timestamptz,
        CONSTRAINT sending_recipient_once UNIQUE (sending_id, person_id)
      )`);
    await runner.query('CREATE INDEX sending_recipient_by_person ON sending_recipient (person_id)');
    await runner.query(
      "CREATE INDEX sending_recipient_owed ON sending_recipient (next_try_at) WHERE state = 'queued'",
    );
    // Of each person apart: how often a calendar was told something shows nobody what others were told.
    await runner.query(`
      CREATE TABLE invitation (
        meeting_id uuid NOT NULL REFERENCES meeting,
        person_id uuid NOT NULL REFERENCES person,
        name text NOT NULL COLLATE danish,
        address text NOT NULL,
        "group" text NOT NULL,
        sees_closed boolean NOT NULL,
        sequence integer NOT NULL,
        date date NOT NULL,
        start_time text,
        end_time text,
        place text,
        cancelled boolean NOT NULL,
        PRIMARY KEY (meeting_id, person_id)
      )`);
    await runner.query('CREATE INDEX invitation_by_person ON invitation (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE invitation, sending_recipient, sending');
  }
}
