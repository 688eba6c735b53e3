import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is owed word of which step of an indstilling, the mail it goes in, and how often each person wants such mails. A step
 * that nobody has thought of yet stands in a table of its own from the moment it is taken, so that none is lost.
 */
export class TellOfStepsByMail1764003410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_choice (
        person_id uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
        indstillinger text NOT NULL CHECK (indstillinger IN ('at-once', 'collected', 'daily', 'never')),
        version integer NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE indstilling_notice_mail (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        made_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'dropped')),
        cause text,
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL,
        sent_at timestamptz
      )`);
    await runner.query(`
      CREATE INDEX indstilling_notice_mail_owed ON indstilling_notice_mail (next_try_at) WHERE state = 'queued'`);
    await runner.query(
      'CREATE INDEX indstilling_notice_mail_by_person ON indstilling_notice_mail (person_id)',
    );
    await runner.query(`
      CREATE TABLE indstilling_notice (
        step_id uuid REFERENCES indstilling_step ON DELETE CASCADE,
        person_id uuid REFERENCES person ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('arrived', 'returned', 'rejected', 'approved')),
        mail_id uuid REFERENCES indstilling_notice_mail,
        PRIMARY KEY (step_id, person_id)
      )`);
    await runner.query(
      'CREATE INDEX indstilling_notice_waiting ON indstilling_notice (person_id) WHERE mail_id IS NULL',
    );
    await runner.query('CREATE INDEX indstilling_notice_by_mail ON indstilling_notice (mail_id)');
    await runner.query(`
      CREATE TABLE indstilling_step_untold (
        step_id uuid PRIMARY KEY REFERENCES indstilling_step ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE FUNCTION indstilling_step_is_untold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO indstilling_step_untold (step_id) VALUES (NEW.id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER indstilling_step_is_untold AFTER INSERT ON indstilling_step
        FOR EACH ROW EXECUTE FUNCTION indstilling_step_is_untold()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER indstilling_step_is_untold ON indstilling_step');
    await runner.query('DROP FUNCTION indstilling_step_is_untold()');
    await runner.query(
      'DROP TABLE indstilling_step_untold, indstilling_notice, indstilling_notice_mail, mail_choice',
    );
  }
}
