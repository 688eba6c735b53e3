import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The decision of each point. */
export class CreateDecisions1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decision (
        id uuid PRIMARY KEY,
        point_id uuid NOT NULL CONSTRAINT decision_is_one_a_point UNIQUE REFERENCES agenda_point,
        outcome text,
        text jsonb NOT NULL DEFAULT '[]',
        target_meeting_id uuid CONSTRAINT decision_target_meeting_exists REFERENCES meeting,
        target_body_id uuid CONSTRAINT decision_target_body_exists REFERENCES body,
        absent jsonb NOT NULL DEFAULT '[]',
        disqualified jsonb NOT NULL DEFAULT '[]',
        prevented jsonb NOT NULL DEFAULT '[]',
        dissents jsonb NOT NULL DEFAULT '[]',
        votes jsonb,
        read_version integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query('CREATE INDEX decision_unread ON decision (id) WHERE read_version < version');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE decision');
  }
}
