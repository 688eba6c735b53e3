import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a point was closed in the version of its agenda that was sent last: its indstilling stays closed to those who read
 * open things until it is sent open, as the point itself does. Null: it was not sent here.
 */
export class RememberWhatWasSentClosed1764002400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agenda_point ADD COLUMN sent_closed boolean');
    await runner.query(`
      UPDATE agenda_point SET sent_closed = sent.point->>'effectiveVisibility' = 'closed'
      FROM (SELECT DISTINCT ON (meeting_id) content FROM agenda_version ORDER BY meeting_id, number DESC) newest,
           jsonb_array_elements(newest.content->'points') AS sent (point)
      WHERE agenda_point.id = (sent.point->>'id')::uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agenda_point DROP COLUMN sent_closed');
  }
}
