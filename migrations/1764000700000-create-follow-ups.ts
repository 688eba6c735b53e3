import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Follow-ups, their notes and the due dates they have had. */
export class CreateFollowUps1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE follow_up (
        id uuid PRIMARY KEY,
        body_id uuid NOT NULL CONSTRAINT follow_up_body_exists REFERENCES body,
        meeting_id uuid CONSTRAINT follow_up_meeting_exists REFERENCES meeting,
        point_id uuid CONSTRAINT follow_up_point_exists REFERENCES agenda_point,
        action text NOT NULL,
        sentence text,
        responsible text,
        unit_id uuid CONSTRAINT follow_up_unit_exists REFERENCES unit,
        person_id uuid CONSTRAINT follow_up_person_exists REFERENCES person,
        raised_by text,
        due_kind text NOT NULL CHECK (due_kind IN ('none', 'proposed', 'firm', 'recurring', 'event')),
        due_text text,
        due_date date,
        due_order date NOT NULL GENERATED ALWAYS AS (coalesce(due_date, 'infinity')) STORED,
        stage text NOT NULL CHECK (stage IN ('suggested', 'confirmed', 'issued', 'ignored')),
        status text NOT NULL CHECK (status IN ('new', 'in-progress', 'waiting', 'done', 'dropped')),
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT follow_up_firm_due_has_date_or_text CHECK (due_kind <> 'firm' OR due_date IS NOT NULL OR due_text IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX follow_up_by_unit ON follow_up (unit_id, status, due_date)');
    await runner.query('CREATE INDEX follow_up_by_due ON follow_up (due_order, id)');
    await runner.query('CREATE INDEX follow_up_by_body ON follow_up (body_id, due_order, id)');
    await runner.query(
      'CREATE INDEX follow_up_by_person ON follow_up (person_id, due_order, id) WHERE person_id IS NOT NULL',
    );
    await runner.query('CREATE INDEX follow_up_by_point ON follow_up (point_id)');
    await runner.query('CREATE INDEX follow_up_by_meeting ON follow_up (meeting_id)');
    await runner.query(`
      CREATE TABLE follow_up_note (
        id uuid PRIMARY KEY,
        follow_up_id uuid NOT NULL REFERENCES follow_up ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        action text,
        text text NOT NULL
      )`);
    await runner.query('CREATE INDEX follow_up_note_by_follow_up ON follow_up_note (follow_up_id, at)');
    await runner.query(`
      CREATE TABLE follow_up_due_change (
        id uuid PRIMARY KEY,
        follow_up_id uuid NOT NULL REFERENCES follow_up ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        due_kind text NOT NULL,
        due_text text,
        due_date date,
        reason text
      )`);
    await runner.query(
      'CREATE INDEX follow_up_due_change_by_follow_up ON follow_up_due_change (follow_up_id, at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE follow_up_due_change, follow_up_note, follow_up');
  }
}
