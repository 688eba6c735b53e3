import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a point had on an agenda that it left for another: its place, its number there and why it was late. Taking the move
 * back gives it all of that again. No other point is given that number meanwhile.
 */
export class KeepPlacesPointsLeft1764002800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE left_place (
        point_id uuid REFERENCES agenda_point ON DELETE CASCADE,
        meeting_id uuid REFERENCES meeting,
        parent_id uuid,
        position integer NOT NULL,
        frozen_number text,
        frozen_part text,
        late boolean NOT NULL,
        late_reason text,
        PRIMARY KEY (point_id, meeting_id)
      )`);
    await runner.query('CREATE INDEX left_place_meeting ON left_place (meeting_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE left_place');
  }
}
