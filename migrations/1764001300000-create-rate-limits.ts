import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The counts of the rate limits, in the shape that rate-limiter-flexible expects. Losing them in a crash does no harm. */
export class CreateRateLimits1764001300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE rate_limit (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query('CREATE INDEX rate_limit_by_expiry ON rate_limit (expire)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limit');
  }
}
