import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indstillinger are found by the words of their titles, typed as people type them (UX.md B.0: å as aa, æ as ae, ø as oe, é
 * as e), and their page keeps views as the other lists do.
 */
export class FindIndstillinger1764003400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION danish_folded(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
        replace(replace(replace(replace(replace(
          translate(lower($1 COLLATE danish), 'éèêëáàâóòôúùûüíìî', 'eeeeaaaooouuuuiii'),
          'å', 'aa'), 'æ', 'ae'), 'ä', 'ae'), 'ø', 'oe'), 'ö', 'oe')`);
    await runner.query('ALTER TABLE saved_view DROP CONSTRAINT saved_view_page_check');
    await runner.query(`
      ALTER TABLE saved_view ADD CONSTRAINT saved_view_page_check
        CHECK (page IN ('meetings', 'follow-ups', 'indstillinger'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM saved_view WHERE page = 'indstillinger'");
    await runner.query('ALTER TABLE saved_view DROP CONSTRAINT saved_view_page_check');
    await runner.query(
      "ALTER TABLE saved_view ADD CONSTRAINT saved_view_page_check CHECK (page IN ('meetings', 'follow-ups'))",
    );
    await runner.query('DROP FUNCTION danish_folded(text)');
  }
}
