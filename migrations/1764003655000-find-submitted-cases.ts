import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case number however it was spaced, hyphenated or capitalised; null where there is none. */
const keyOf = (caseNumber: string): string => `(nullif(upper(trim(BOTH '-' FROM
  regexp_replace(${caseNumber}, '[\\s\\u00a0\\u1680\\u2000-\\u2015\\u202f\\u205f\\u3000\\ufeff-]+', '-', 'g'))
  COLLATE danish), ''))`;

/** What was submitted under a number of a case is found by that number: the texts it stands with may be megabytes each. */
export class FindSubmittedCases1764003655000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX indstilling_version_case ON indstilling_version (${keyOf("(content->>'caseNumber')")})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX indstilling_version_case');
  }
}
