import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reviews of a meeting are all counted, those that were taken back too: they are the version of its list. */
export class FindReviewsOfAMeeting1764002600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX agenda_review_by_meeting ON agenda_review (meeting_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX agenda_review_by_meeting');
  }
}
