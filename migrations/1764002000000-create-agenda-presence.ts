import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works on an agenda just now. Unlogged: after a crash nobody does. */
export class CreateAgendaPresence1764002000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE agenda_presence (
        meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        point_id uuid,
        seen_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (meeting_id, person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE agenda_presence');
  }
}
