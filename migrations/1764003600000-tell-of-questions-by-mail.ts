import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is owed word of which question for an opinion, and the mail it goes in. One that nobody has thought of yet stands in a
 * table of its own from the moment it is asked; with a question that is taken back, all of this goes.
 */
export class TellOfQuestionsByMail1764003600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indstilling_opinion_notice (
        opinion_id uuid REFERENCES indstilling_opinion ON DELETE CASCADE,
        person_id uuid REFERENCES person ON DELETE CASCADE,
        mail_id uuid REFERENCES indstilling_notice_mail,
        PRIMARY KEY (opinion_id, person_id)
      )`);
    await runner.query(`
      CREATE INDEX indstilling_opinion_notice_waiting ON indstilling_opinion_notice (person_id)
      WHERE mail_id IS NULL`);
    await runner.query(
      'CREATE INDEX indstilling_opinion_notice_by_mail ON indstilling_opinion_notice (mail_id)',
    );
    await runner.query(`
      CREATE TABLE indstilling_opinion_untold (
        opinion_id uuid PRIMARY KEY REFERENCES indstilling_opinion ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE FUNCTION indstilling_opinion_is_untold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO indstilling_opinion_untold (opinion_id) VALUES (NEW.id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER indstilling_opinion_is_untold AFTER INSERT ON indstilling_opinion
        FOR EACH ROW EXECUTE FUNCTION indstilling_opinion_is_untold()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER indstilling_opinion_is_untold ON indstilling_opinion');
    await runner.query('DROP FUNCTION indstilling_opinion_is_untold()');
    await runner.query('DROP TABLE indstilling_opinion_untold, indstilling_opinion_notice');
  }
}
