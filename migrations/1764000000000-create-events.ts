import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only event table, how far its consumers have got, and the answers that repeated POSTs get. */
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
        PRIMARY KEY (xid, seq)
      )`);
    await runner.query('CREATE INDEX event_by_subject ON event (subject_id, seq)');
    await runner.query('CREATE INDEX event_by_scope ON event (scope_id, seq) WHERE scope_id IS NOT NULL');
    await runner.query(`
      CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'events are never changed or removed'; END $$`);
    await runner.query(`
      CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change()`);
    await runner.query(`
      CREATE TABLE event_consumer (name text PRIMARY KEY, xid xid8 NOT NULL DEFAULT '0', seq bigint NOT NULL DEFAULT 0)`);
    await runner.query(`INSERT INTO event_consumer (name) VALUES ('jobs')`);
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
    await runner.query('DROP TABLE idempotency_key, event_consumer, event');
    await runner.query('DROP FUNCTION refuse_event_change');
    await runner.query('DROP COLLATION danish');
  }
}
