import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { RefusalError } from '../command.js';

/** The api of a killed run needs a moment to notice and to go. */
const PATIENCE_MS = 4000;

/**
 * Makes sure that a port can be listened on before anything is started, and returns it; 0 gives one the system chooses.
 * Throws `RefusalError` naming the port and the variable that changes it.
 */
export async function claimPort(host: string, port: number, patienceMs = PATIENCE_MS): Promise<number> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const tried = await tryPort(host, port);
    if ('port' in tried) return tried.port;
    if (tried.code !== 'EADDRINUSE' || Date.now() > deadline) throw refusal(host, port, tried.code);
    await delay(200);
  }
}

function tryPort(host: string, port: number): Promise<{ port: number } | { code: string }> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? error.message }));
    probe.listen(port, host, () => {
      const { port: given } = probe.address() as AddressInfo;
      probe.close(() => resolve({ port: given }));
    });
  });
}

function refusal(host: string, port: number, code: string): RefusalError {
  if (code === 'EADDRINUSE') {
    return new RefusalError(
      `Port ${port} on ${host} is taken by another program. Choose another with PORT: PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new RefusalError(`This user may not listen on port ${port}. Choose one above 1023 with PORT.`);
  }
  return new RefusalError(`The api cannot listen on ${host}, port ${port} (${code}). Check HOST and PORT.`);
}
