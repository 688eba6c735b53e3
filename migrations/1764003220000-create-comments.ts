import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Comments to points, shared with those who meet or with chosen people. As what readers keep for themselves they hang on no
 * row of a point: none of them is kept in what is kept of a removed point.
 */
export class CreateComments1764003220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The id is made by the client: it is told apart from the same id of somebody else by whose it is.
    await runner.query(`
      CREATE TABLE point_comment (
        author_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        id uuid NOT NULL,
        point_id uuid NOT NULL,
        text text NOT NULL,
        for_circle boolean NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        changed_at timestamptz,
        PRIMARY KEY (author_id, id)
      )`);
    await runner.query('CREATE INDEX point_comment_by_point ON point_comment (point_id)');
    await runner.query(`
      CREATE TABLE point_comment_reader (
        author_id uuid NOT NULL,
        comment_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        PRIMARY KEY (author_id, comment_id, person_id),
        FOREIGN KEY (author_id, comment_id) REFERENCES point_comment ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX point_comment_reader_by_person ON point_comment_reader (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE point_comment_reader, point_comment');
  }
}
