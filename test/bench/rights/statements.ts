import { AbstractLogger } from 'typeorm';

/** One statement as it goes to the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Keeps the statements that TypeORM sends. */
export class SentStatements extends AbstractLogger {
  private statements: Statement[] = [];

  constructor() {
    super('all');
  }

  override logQuery(text: string, values: unknown[] = []): void {
    this.statements.push({ text, values });
  }

  protected override writeLog(): void {
    /* Words only. */
  }

  /** What is sent while something is asked. */
  async during(ask: () => Promise<unknown>): Promise<Statement[]> {
    this.statements = [];
    await ask();
    return this.statements;
  }
}
