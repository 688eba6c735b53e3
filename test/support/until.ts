import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds; throws when it does not within the given milliseconds. A condition that throws does not hold. */
export async function until(condition: () => Promise<boolean>, patienceMs = 20_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`It did not come true within ${patienceMs / 1000} seconds.`);
    await delay(50);
  }
}
