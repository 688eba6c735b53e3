import { Client, DatabaseError } from 'pg';
import type { QueryConfig, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * What goes out over a connection of its own, one statement after the other without waiting for answers. Writes are kept
 * apart, so that no read waits for a row that a write must wait for, and so are whole agendas, which take a little longer.
 */
export type Pipe = 'reads' | 'writes' | 'agendas';

/** A connection that is made when it is first asked, and made again after it was lost. */
class Piped {
  private client: Promise<Client> | null = null;
  private isOver = false;

  constructor(private readonly source: DataSource) {}

  async query(asked: QueryConfig): Promise<QueryResult> {
    if (this.isOver) throw new Error('The connection to PostgreSQL is ended.');
    const connecting = (this.client ??= this.connect());
    try {
      return await (await connecting).query(asked);
    } catch (error) {
      // PostgreSQL says so before it closes the connection: nobody else is to ask over it meanwhile.
      if (error instanceof DatabaseError && error.severity === 'FATAL') this.forget(connecting);
      throw error;
    }
  }

  async end(): Promise<void> {
    this.isOver = true;
    // What could not be connected has been told to whoever asked.
    await this.client?.then(
      (connected) => connected.end(),
      () => undefined,
    );
  }

  private connect(): Promise<Client> {
    const client = new Client(settingsOf(this.source));
    const connecting = client.connect().then(
      () => client,
      (error: unknown) => {
        this.forget(connecting);
        throw error;
      },
    );
    // Whoever waits for an answer is told by the driver; the next who asks gets a new connection.
    client.on('error', () => this.forget(connecting));
    client.on('end', () => this.forget(connecting));
    return connecting;
  }

  private forget(connecting: Promise<Client>): void {
    if (this.client === connecting) this.client = null;
  }
}

/** The same database, name and patience as the pool has. */
function settingsOf({ options }: DataSource): ConstructorParameters<typeof Client>[0] {
  if (options.type !== 'postgres') throw new Error(`${options.type} is not PostgreSQL.`);
  const { url, applicationName, connectTimeoutMS } = options;
  return {
    connectionString: url,
    ...(applicationName === undefined ? {} : { application_name: applicationName }),
    ...(connectTimeoutMS === undefined ? {} : { connectionTimeoutMillis: connectTimeoutMS }),
    pipeline: true,
  };
}

const ofSources = new WeakMap<DataSource, Record<Pipe, Piped>>();

/**
 * The pipe of a database. A statement in it waits for those before it to be done, which is what makes it cheap (the
 * database is woken once for many) and what it is not for: statements that take long, or that wait for locks others hold
 * for long. Each is a transaction of its own. Rejects with the driver's error, each statement with its own.
 */
export function pipeOf(source: DataSource, pipe: Pipe): Pick<Piped, 'query'> {
  let pipes = ofSources.get(source);
  if (!pipes) {
    pipes = { reads: new Piped(source), writes: new Piped(source), agendas: new Piped(source) };
    ofSources.set(source, pipes);
  }
  return pipes[pipe];
}

/** Ends the pipes of a database for good, after what is in them was answered. */
export async function endPipes(source: DataSource): Promise<void> {
  await Promise.all(Object.values(ofSources.get(source) ?? {}).map((pipe) => pipe.end()));
}
