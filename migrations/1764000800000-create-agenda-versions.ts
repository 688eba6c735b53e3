import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each sent agenda, a snapshot for ever. */
export class CreateAgendaVersions1764000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agenda_version (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting,
        number integer NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        CONSTRAINT agenda_version_number_is_its_own UNIQUE (meeting_id, number)
      )`);
    // Which sent agendas hold a point: asked for every point that is read.
    await runner.query(
      `CREATE INDEX agenda_version_by_point ON agenda_version USING gin ((content -> 'points') jsonb_path_ops)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE agenda_version');
  }
}
