/** A bench or a fault run: it prints its figures, and throws when an answer is wrong or a promise is broken. */
export interface NamedRun {
  readonly run: (args: readonly string[]) => Promise<void>;
}

/** Runs the one that the first argument of the program names; without a name it says which there are (exit code 2). */
export async function runNamed(
  runs: Readonly<Record<string, () => Promise<NamedRun>>>,
  [name, ...rest]: readonly string[],
): Promise<void> {
  const load = name !== undefined && Object.hasOwn(runs, name) ? runs[name] : undefined;
  if (load === undefined) {
    console.error(`Which? ${Object.keys(runs).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const { run } = await load();
  await run(rest);
}
