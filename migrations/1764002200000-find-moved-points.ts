import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The points that left a meeting for another one are found in the events, for the history of the meeting they left. */
export class FindMovedPoints1764002200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX event_of_leaving ON event ((data->>'fromMeeting'), subject_id)
      WHERE name = 'agenda-point.moved' AND data ? 'fromMeeting'`);
    await runner.query('CREATE INDEX removed_point_by_meeting ON removed_point (meeting_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX removed_point_by_meeting');
    await runner.query('DROP INDEX event_of_leaving');
  }
}
