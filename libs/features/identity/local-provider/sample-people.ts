import pg from 'pg';
import { SAMPLE_ISSUER } from './sample-issuer.js';

/** Somebody one may sign in as to try things on. */
export interface SamplePerson {
  readonly subject: string;
  readonly name: string;
  readonly initials: string | null;
  readonly title: string | null;
  readonly unitCode: string | null;
}

/** The sample people of a database. */
export interface SamplePeople {
  /** Those who may sign in, by name. */
  list(): Promise<SamplePerson[]>;
  /** Whether there is such a person; whether they are let in is not for the provider to say. */
  knows(subject: string): Promise<boolean>;
  /** Lets them be known by the tokens of this issuer, and of no earlier local one. */
  answerTo(issuer: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the sample people of a database. */
export function samplePeopleIn(databaseUrl: string): SamplePeople {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    application_name: 'dagsorden-local-provider',
  });
  // The next query opens a new connection.
  pool.on('error', () => undefined);
  return {
    list: async () => {
      const found = await pool.query<SamplePerson>(
        `SELECT identity.subject, person.name, person.initials, person.title, unit.code AS "unitCode"
         FROM person_identity identity
         JOIN person ON person.id = identity.person_id LEFT JOIN unit ON unit.id = person.unit_id
         WHERE identity.issuer = $1 AND person.active ORDER BY person.name`,
        [SAMPLE_ISSUER],
      );
      return found.rows;
    },
    knows: async (subject) => {
      const found = await pool.query('SELECT 1 FROM person_identity WHERE issuer = $1 AND subject = $2', [
        ...[SAMPLE_ISSUER, subject],
      ]);
      return found.rows.length > 0;
    },
    answerTo: async (issuer) => {
      await pool.query(
        `WITH earlier AS (
           DELETE FROM person_identity WHERE issuer LIKE 'http://127.0.0.1:%' AND issuer <> $1)
         INSERT INTO person_identity (issuer, subject, person_id)
         SELECT $1, subject, person_id FROM person_identity WHERE issuer = $2
         ON CONFLICT (issuer, subject) DO NOTHING`,
        [issuer, SAMPLE_ISSUER],
      );
    },
    close: () => pool.end(),
  };
}
