import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each sent agenda, a snapshot for ever, and the texts of indstillinger that it went out with. */
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
    // Which text of an indstilling each sent point went out with. No version: an old package brought a meeting that was
    // never sent here. The point may be gone since, as from the version itself.
    await runner.query(`
      CREATE TABLE sent_indstilling (
        version_id uuid REFERENCES agenda_version ON DELETE CASCADE,
        point_id uuid NOT NULL,
        indstilling_id uuid NOT NULL,
        submission integer NOT NULL,
        CONSTRAINT sent_indstilling_once UNIQUE NULLS NOT DISTINCT (point_id, version_id),
        FOREIGN KEY (indstilling_id, submission) REFERENCES indstilling_version (indstilling_id, number)
      )`);
    await runner.query('CREATE INDEX sent_indstilling_by_version ON sent_indstilling (version_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sent_indstilling, agenda_version');
  }
}
