import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The meeting's row is written anew whenever something changes that numbers, times or shows its points, whatever statement
 * does so, so that an agenda that was read stands in the same order for as long as that row has not changed. Once in a
 * transaction is enough: nobody sees what it did before it is over.
 */
export class MarkMovedAgendas1764003000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE meeting ADD COLUMN agenda_moved xid8 NOT NULL DEFAULT '0'`);
    await runner.query(`
      CREATE FUNCTION mark_moved_agenda() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE meeting SET agenda_moved = pg_current_xact_id()
        WHERE id IN (OLD.meeting_id, NEW.meeting_id) AND agenda_moved <> pg_current_xact_id();
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER agenda_has_moved AFTER INSERT OR DELETE ON agenda_point
      FOR EACH ROW EXECUTE FUNCTION mark_moved_agenda()`);
    await runner.query(`
      CREATE TRIGGER agenda_is_moved AFTER UPDATE OF ${MOVING.join(', ')} ON agenda_point
      FOR EACH ROW WHEN ((${MOVING.map((name) => `OLD.${name}`).join(', ')}) IS DISTINCT FROM
                         (${MOVING.map((name) => `NEW.${name}`).join(', ')}))
      EXECUTE FUNCTION mark_moved_agenda()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION mark_moved_agenda CASCADE');
    await runner.query('ALTER TABLE meeting DROP COLUMN agenda_moved');
  }
}

/** What numbers, times and shows a point; not what it says. */
const MOVING = [
  ...[
    'meeting_id',
    'parent_id',
    'position',
    'type',
    'minutes',
    'fixed_start',
    'visibility',
    'withdrawn',
    'late',
  ],
  ...['frozen_number', 'frozen_part'],
];
