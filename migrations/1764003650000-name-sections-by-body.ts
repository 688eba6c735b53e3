import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a body calls the sections of its templates, and which of them it does without; until it says so, all is as usual. */
export class NameSectionsByBody1764003650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE body SET settings = jsonb_build_object('sections', '{}'::jsonb) || settings`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE body SET settings = settings - 'sections'`);
  }
}
