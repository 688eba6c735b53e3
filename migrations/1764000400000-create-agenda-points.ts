import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agenda points, a tree one level deep under a meeting. */
export class CreateAgendaPoints1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agenda_point (
        id uuid,
        meeting_id uuid NOT NULL CONSTRAINT agenda_point_meeting_exists REFERENCES meeting,
        parent_id uuid CONSTRAINT agenda_point_parent_exists REFERENCES agenda_point,
        position integer NOT NULL,
        title text NOT NULL COLLATE danish,
        type text NOT NULL
          CHECK (type IN ('decision', 'discussion', 'information', 'written-information', 'standing')),
        purpose jsonb NOT NULL DEFAULT '[]',
        method text,
        responsible text,
        attending text,
        minutes integer CONSTRAINT agenda_point_minutes_in_range CHECK (minutes BETWEEN 0 AND 1440),
        fixed_start text CHECK (fixed_start ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        visibility text NOT NULL DEFAULT 'open' CHECK (visibility IN ('open', 'closed')),
        closed_reason text,
        public_title text,
        public_decision jsonb NOT NULL DEFAULT '[]',
        indstilling_id uuid CONSTRAINT agenda_point_indstilling_exists REFERENCES indstilling,
        withdrawn boolean NOT NULL DEFAULT false,
        withdrawn_reason text,
        late boolean NOT NULL DEFAULT false,
        late_reason text,
        frozen_number text,
        frozen_part text CHECK (frozen_part IN ('main', 'closed')),
        version integer NOT NULL DEFAULT 1,
        -- Lists under rights ask of every row whether its point is closed: the index alone says so.
        PRIMARY KEY (id) INCLUDE (visibility, parent_id, meeting_id),
        CONSTRAINT agenda_point_position_is_its_own UNIQUE NULLS NOT DISTINCT (meeting_id, parent_id, position)
          DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT agenda_point_is_not_its_own_parent CHECK (parent_id <> id)
      )`);
    await runner.query(
      'CREATE INDEX agenda_point_by_parent ON agenda_point (parent_id) WHERE parent_id IS NOT NULL',
    );
    await runner.query(`
      CREATE UNIQUE INDEX agenda_point_indstilling_is_placed_once ON agenda_point (indstilling_id, meeting_id)
      WHERE indstilling_id IS NOT NULL AND NOT withdrawn`);
    // Whoever reads an indstilling is asked which points it lies, or lay, on.
    await runner.query(
      'CREATE INDEX agenda_point_by_indstilling ON agenda_point (indstilling_id) WHERE indstilling_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE agenda_point');
  }
}
