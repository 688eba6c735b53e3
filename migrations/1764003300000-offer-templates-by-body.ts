import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which templates of indstillinger a body offers, the one that is proposed first. What is written keeps its template. */
export class OfferTemplatesByBody1764003300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE body SET settings = jsonb_build_object('templates', CASE WHEN kind IN ('magistrat', 'byraad')
        THEN '["council", "briefing", "cover-note", "raadmand"]'::jsonb
        ELSE '["raadmand", "briefing", "cover-note", "council"]'::jsonb END) || settings`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE body SET settings = settings - 'templates'`);
  }
}
