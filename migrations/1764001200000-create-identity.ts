import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles of people, who they are to the identity provider, their sessions, and what they are disqualified on. */
export class CreateIdentity1764001200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE membership (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT membership_person_exists REFERENCES person,
        role text NOT NULL,
        body_id uuid CONSTRAINT membership_body_exists REFERENCES body,
        unit_id uuid CONSTRAINT membership_unit_exists REFERENCES unit,
        point_id uuid CONSTRAINT membership_point_exists REFERENCES agenda_point ON DELETE CASCADE,
        valid_from date,
        valid_to date,
        substitute_for uuid CONSTRAINT membership_substitutes_one REFERENCES membership,
        source text NOT NULL DEFAULT 'own' CHECK (source IN ('own', 'claims')),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT membership_has_the_scope_of_its_role CHECK (
          CASE
            WHEN role IN ('administrator', 'director') THEN num_nonnulls(body_id, unit_id, point_id) = 0
            WHEN role IN ('secretariat', 'raadmand', 'chair', 'member', 'reader')
              THEN body_id IS NOT NULL AND num_nonnulls(unit_id, point_id) = 0
            WHEN role IN ('leader', 'staff') THEN unit_id IS NOT NULL AND num_nonnulls(body_id, point_id) = 0
            WHEN role = 'guest' THEN point_id IS NOT NULL AND num_nonnulls(body_id, unit_id) = 0
            ELSE false
          END),
        CONSTRAINT membership_ends_after_it_begins CHECK (valid_to >= valid_from)
      )`);
    await runner.query('CREATE INDEX membership_by_person ON membership (person_id)');
    await runner.query('CREATE INDEX membership_by_body ON membership (body_id)');
    await runner.query('CREATE INDEX membership_by_unit ON membership (unit_id)');
    await runner.query('CREATE INDEX membership_by_point ON membership (point_id)');
    await runner.query(`
      CREATE TABLE disqualification (
        point_id uuid NOT NULL REFERENCES agenda_point ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person,
        reason text,
        PRIMARY KEY (point_id, person_id)
      )`);
    await runner.query('CREATE INDEX disqualification_by_person ON disqualification (person_id)');
    await runner.query(`
      CREATE TABLE person_identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        PRIMARY KEY (issuer, subject)
      )`);
    await runner.query('CREATE INDEX person_identity_by_person ON person_identity (person_id)');
    await runner.query(`
      CREATE TABLE session (
        id_hash bytea PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        csrf_token text NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        view_as_person_id uuid REFERENCES person,
        identity_session text
      )`);
    await runner.query('CREATE INDEX session_by_person ON session (person_id)');
    await runner.query('CREATE INDEX session_by_end ON session (ends_at)');
    await runner.query(`
      CREATE TABLE sign_in (
        state_hash bytea PRIMARY KEY,
        nonce text NOT NULL,
        verifier text NOT NULL,
        return_to text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in, session, person_identity, disqualification, membership');
  }
}
