import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import type { HtmlPage } from '../../../platform/http/html-page.js';
import { choosePage, stoppedPage } from './pages.js';
import type { LocalProvider, LocalProviderOptions } from './options.js';
import { CHOOSE_PATH, LOCAL_CLIENT_ID, makeProvider } from './provider.js';
import { providerKeys } from './provider-keys.js';
import { samplePeopleIn } from './sample-people.js';
import type { SamplePeople } from './sample-people.js';

/** Starts the provider; see `startLocalProvider`. */
export async function serveLocalProvider(options: LocalProviderOptions): Promise<LocalProvider> {
  const keys = await providerKeys(options.dataDir);
  const people = samplePeopleIn(options.databaseUrl);
  const server = createServer();
  try {
    const issuer = await listen(server, options.port);
    await people.answerTo(issuer);
    const provider = makeProvider(issuer, options.publicUrl, keys, (subject) => people.knows(subject));
    provider.on('server_error', (_, error) => options.log(`The local identity provider: ${error.message}`));
    server.on('request', answer({ provider, people, publicUrl: options.publicUrl, issuer }));
    const stop = () => stopAll(server, people);
    return { issuer, clientId: LOCAL_CLIENT_ID, clientSecret: keys.clientSecret, stop };
  } catch (error) {
    await stopAll(server, people);
    throw error;
  }
}

/** Another program on the port is no reason not to start: nobody needs to know it beforehand. */
async function listen(server: Server, port: number): Promise<string> {
  const given = await tryPort(server, port).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    return tryPort(server, 0);
  });
  return `http://127.0.0.1:${given}`;
}

function tryPort(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function stopAll(server: Server, people: SamplePeople): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await people.close();
}

interface Parts {
  readonly provider: Provider;
  readonly people: SamplePeople;
  readonly publicUrl: string;
  readonly issuer: string;
}

function answer(parts: Parts) {
  const standard = parts.provider.callback();
  const { host } = new URL(parts.issuer);
  return (request: IncomingMessage, response: ServerResponse): void => {
    // A page elsewhere whose name is made to mean this machine has another Host.
    if (request.headers.host !== host) {
      response.writeHead(421).end();
    } else if (request.url?.startsWith(`${CHOOSE_PATH}/`) === true) {
      choose(parts, request, response).catch(() => send(response, 400, stoppedPage(parts.publicUrl)));
    } else {
      void standard(request, response);
    }
  };
}

async function choose(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid } = await parts.provider.interactionDetails(request, response);
  const people = await parts.people.list();
  if (request.method === 'POST') {
    const subject = new URLSearchParams(await bodyOf(request)).get('subject');
    const chosen = people.find((person) => person.subject === subject);
    if (chosen !== undefined) {
      const result = { login: { accountId: chosen.subject, remember: false } };
      await parts.provider.interactionFinished(request, response, result);
      return;
    }
  }
  send(response, 200, choosePage(people, `${CHOOSE_PATH}/${uid}`, parts.publicUrl));
}

const LARGEST_FORM = 4096;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FORM) throw new Error('The form is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, page: HtmlPage): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': page.contentSecurityPolicy,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(page.html);
}
