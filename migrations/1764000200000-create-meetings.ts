import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings with their workflow state. */
export class CreateMeetings1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meeting (
        id uuid PRIMARY KEY,
        body_id uuid NOT NULL CONSTRAINT meeting_body_exists REFERENCES body,
        kind text NOT NULL CHECK (kind IN ('ordinary', 'extraordinary')),
        date date NOT NULL,
        start_time text CHECK (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        end_time text CHECK (end_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        place text,
        case_number text,
        participants jsonb NOT NULL DEFAULT '[]',
        chair_id uuid REFERENCES person,
        minute_taker_id uuid REFERENCES person,
        caseworkers jsonb NOT NULL DEFAULT '[]',
        document_date date,
        letterhead jsonb,
        state text NOT NULL DEFAULT 'planned'
          CHECK (state IN ('planned', 'drafting', 'sent', 'in-session', 'held', 'closed', 'cancelled')),
        imported_from uuid,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query('CREATE INDEX meeting_by_date ON meeting (date, id)');
    await runner.query('CREATE INDEX meeting_by_body ON meeting (body_id, date, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meeting');
  }
}
