import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The append-only event table with its long texts and its seals, how far its consumers have got, which reads were recorded
 * this hour, and the answers that repeated POSTs get.
 */
export class CreateEvents1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Danish order with numbers as numbers: Aa last, Bilag 2 before Bilag 10. The columns people sort by use it.
    await runner.query(`CREATE COLLATION IF NOT EXISTS danish (provider = icu, locale = 'da-DK-u-kn-true')`);
    await runner.query(`
      CREATE TABLE event (
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        seq bigint GENERATED ALWAYS AS IDENTITY,
        id uuid NOT NULL UNIQUE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        name text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        scope_id uuid,
        data jsonb NOT NULL,
        request_id uuid NOT NULL,
        person_id uuid,
        acting_role text,
        viewed_as_person_id uuid,
        changes jsonb,
        PRIMARY KEY (xid, seq)
      )`);
    await runner.query('CREATE INDEX event_by_subject ON event (subject_id, seq)');
    await runner.query('CREATE INDEX event_by_person ON event (person_id, seq) WHERE person_id IS NOT NULL');
    await runner.query(`
      CREATE TABLE event_text (
        hash text PRIMARY KEY,
        content jsonb NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE event_seal (
        position bigint PRIMARY KEY,
        event_id uuid NOT NULL UNIQUE,
        xid xid8 NOT NULL,
        seq bigint NOT NULL,
        hash bytea NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE event_read (
        person_id uuid NOT NULL,
        name text NOT NULL,
        subject_id uuid NOT NULL,
        hour timestamptz NOT NULL,
        PRIMARY KEY (person_id, subject_id, name, hour)
      )`);
    await runner.query('CREATE INDEX event_read_by_hour ON event_read (hour)');
    await runner.query(`
      CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'events are never changed or removed'; END $$`);
    for (const table of ['event', 'event_text', 'event_seal']) {
      await runner.query(`
        CREATE TRIGGER ${table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change()`);
    }
    await runner.query(`
      CREATE TABLE event_consumer (name text PRIMARY KEY, xid xid8 NOT NULL DEFAULT '0', seq bigint NOT NULL DEFAULT 0)`);
    await runner.query(`INSERT INTO event_consumer (name) VALUES ('jobs'), ('checkpoints')`);
    await runner.query(`
      CREATE TABLE idempotency_key (
        key text NOT NULL,
        route text NOT NULL,
        fingerprint text NOT NULL,
        answer json,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (key, route)
      )`);
    await runner.query('CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE idempotency_key, event_consumer, event_read, event_seal, event_text, event',
    );
    await runner.query('DROP FUNCTION refuse_event_change');
    await runner.query('DROP COLLATION danish');
  }
}
