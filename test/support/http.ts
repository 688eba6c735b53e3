/** Posts JSON below `/api/v1` of an address and gives the answer as a schema reads it; throws what was refused. */
export async function post<Body>(
  address: string,
  schema: { parse(body: unknown): Body },
  path: string,
  fields: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Body> {
  const answer = await fetch(`${address}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(fields),
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`);
  return schema.parse(said);
}

/** Does a piece of work for each thing, so many at a time. */
export async function inParallel<T>(
  things: readonly T[],
  atATime: number,
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  const left = things.values();
  const one = async (): Promise<void> => {
    for (const thing of left) await work(thing);
  };
  await Promise.all(Array.from({ length: atATime }, one));
}
