import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, people, bodies with their settings and standing points, and the municipality's closing days. */
export class CreateOrganisation1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        id uuid PRIMARY KEY,
        code text NOT NULL COLLATE danish CONSTRAINT unit_code_is_unique UNIQUE,
        name text NOT NULL COLLATE danish,
        aliases text[] NOT NULL DEFAULT '{}',
        letterhead jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        name text NOT NULL COLLATE danish,
        initials text COLLATE danish,
        aliases text[] NOT NULL DEFAULT '{}',
        title text,
        phone text,
        email text,
        unit_id uuid CONSTRAINT person_unit_exists REFERENCES unit,
        active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query('CREATE INDEX person_by_unit ON person (unit_id)');
    await runner.query(`
      CREATE TABLE body (
        id uuid PRIMARY KEY,
        name text NOT NULL COLLATE danish CONSTRAINT body_name_is_unique UNIQUE,
        kind text NOT NULL,
        settings jsonb NOT NULL,
        secretariat_id uuid CONSTRAINT body_secretariat_exists REFERENCES unit,
        visibility text NOT NULL DEFAULT 'open' CHECK (visibility IN ('open', 'closed')),
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE standing_point (
        id uuid PRIMARY KEY,
        body_id uuid NOT NULL REFERENCES body ON DELETE CASCADE,
        position integer NOT NULL,
        fields jsonb NOT NULL,
        UNIQUE (body_id, position) DEFERRABLE INITIALLY DEFERRED
      )`);
    await runner.query(`
      CREATE TABLE closing_day (
        id uuid PRIMARY KEY,
        month integer CHECK (month BETWEEN 1 AND 12),
        day integer CHECK (day BETWEEN 1 AND 31),
        date date,
        name text NOT NULL,
        CONSTRAINT closing_day_is_yearly_or_once CHECK ((date IS NULL) = (month IS NOT NULL AND day IS NOT NULL))
      )`);
    await runner.query(`
      INSERT INTO closing_day (id, month, day, name) VALUES
        ('0190a000-0000-7000-8000-000000000605', 6, 5, 'grundlovsdag'),
        ('0190a000-0000-7000-8000-000000001224', 12, 24, 'juleaftensdag'),
        ('0190a000-0000-7000-8000-000000001231', 12, 31, 'nytårsaftensdag')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE closing_day, standing_point, body, person, unit');
  }
}
