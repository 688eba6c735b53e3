import { refuseWhereItWouldBeOpen } from './options.js';
import type { LocalProvider, LocalProviderOptions } from './options.js';

/**
 * Starts the identity provider of the trial on loopback. Throws `LocalProviderRefusal` where it would be open to others.
 * The provider's code is loaded only here: an installation with a provider of its own never holds it in memory.
 */
export async function startLocalProvider(options: LocalProviderOptions): Promise<LocalProvider> {
  refuseWhereItWouldBeOpen(options);
  const { serveLocalProvider } = await import('./server.js');
  return serveLocalProvider(options);
}
