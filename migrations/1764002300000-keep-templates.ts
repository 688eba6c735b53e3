import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a secretariat plans its agendas from: where a point lands on the agendas of a body, which point goes on with one that
 * was put off, the aarshjul of a body, and which meetings were planned as one series.
 */
export class KeepTemplates1764002300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE body SET settings = jsonb_build_object('landing', 'before-closing-standing') || settings`,
    );
    await runner.query(`
      CREATE TABLE carried_point (
        point_id uuid PRIMARY KEY REFERENCES agenda_point ON DELETE CASCADE,
        from_point_id uuid NOT NULL REFERENCES agenda_point ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX carried_point_by_origin ON carried_point (from_point_id)');
    await runner.query(`
      CREATE TABLE aarshjul (
        id uuid PRIMARY KEY REFERENCES body ON DELETE CASCADE,
        items jsonb NOT NULL DEFAULT '[]',
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE meeting_series (
        id uuid PRIMARY KEY,
        body_id uuid NOT NULL REFERENCES body,
        meetings uuid[] NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meeting_series, aarshjul, carried_point');
    await runner.query(`UPDATE body SET settings = settings - 'landing'`);
  }
}
