/**
 * Signs in at the trial's own identity provider from a terminal, the way a browser does it: `--as` names a sample person by
 * initials. Writes the cookies in the format of curl, and prints the CSRF token that every change must carry.
 *
 *   node tools/sign-in.mjs --as MSA [--url http://localhost:3000] [--out cookie.txt]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const jars = new Map();

try {
  const { values } = parseArgs({
    options: {
      as: { type: 'string' },
      url: { type: 'string', default: 'http://localhost:3000' },
      out: { type: 'string', default: 'cookie.txt' },
    },
  });
  if (values.as === undefined) throw new Error('Whom to sign in as? For instance: --as MSA');
  const url = values.url.replace(/\/+$/, '');
  const session = await signIn(url, values.as);
  writeFileSync(values.out, cookieFile(url, session.cookie), { mode: 0o600 });
  console.error(`Signed in as ${session.name}. The cookie is in ${values.out}; the token for changes is:`);
  console.log(session.csrfToken);
} catch (error) {
  const reason =
    error.cause?.code === 'ECONNREFUSED' ? 'Nothing answers there. Has it been started?' : error.message;
  console.error(reason);
  process.exitCode = 1;
}

async function signIn(url, initials) {
  const choice = await follow(`${url}/sign-in`);
  const subject = subjectOf(choice.text, initials);
  const chosen = await ask(choice.at, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ subject }).toString(),
  });
  if (chosen.location === null) throw new Error('The identity provider did not take the choice.');
  const back = await follow(chosen.location, (next) => new URL(next).pathname === '/sign-in/callback');
  if (back.location === null) throw new Error(`The identity provider did not send back (${back.status}).`);
  const { origin } = new URL(back.location);
  const done = await ask(back.location);
  if (done.status !== 303) throw new Error(`Not signed in: ${titleOf(done.text)}`);
  const said = JSON.parse((await ask(`${origin}/api/v1/session`)).text);
  return { name: said.person.name, csrfToken: said.csrfToken, cookie: jarOf(origin).get('dagsorden') };
}

/** The provider's page has one button a person. */
function subjectOf(page, initials) {
  const people = [...page.matchAll(/value="([^"]+)" data-initials="([^"]+)"/g)];
  const found = people.find(([, , known]) => known.toLowerCase() === initials.toLowerCase());
  if (found !== undefined) return found[1];
  const all = people.map(([, , known]) => known).join(', ');
  throw new Error(
    people.length === 0
      ? `This is not the sign-in of the trial: ${titleOf(page)}`
      : `There is no sample person ${initials}. There are: ${all}`,
  );
}

async function follow(address, stopAt = () => false) {
  let at = address;
  for (let hops = 0; hops < 12; hops += 1) {
    const answer = await ask(at);
    if (answer.location === null || stopAt(answer.location)) return { ...answer, at };
    at = answer.location;
  }
  throw new Error(`${address} redirects without end.`);
}

async function ask(address, { headers = {}, ...rest } = {}) {
  const jar = jarOf(address);
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(address, { ...rest, redirect: 'manual', headers: { ...headers, cookie } });
  for (const line of answer.headers.getSetCookie()) {
    const [name, ...value] = line.split(';')[0].split('=');
    jar.set(name, value.join('='));
  }
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    location: location === null ? null : new URL(location, address).href,
    text: await answer.text(),
  };
}

function jarOf(address) {
  const { host } = new URL(address);
  if (!jars.has(host)) jars.set(host, new Map());
  return jars.get(host);
}

function titleOf(page) {
  return /<title>([^<]*)/.exec(page)?.[1] ?? page.slice(0, 200);
}

/** curl tells names of this machine apart, and the product does not. */
function cookieFile(url, cookie) {
  const hosts = new Set([new URL(url).hostname, 'localhost', '127.0.0.1']);
  const line = (host) => `#HttpOnly_${[host, 'FALSE', '/', 'FALSE', '0', 'dagsorden', cookie].join('\t')}`;
  return ['# Netscape HTTP Cookie File', ...[...hosts].map(line), ''].join('\n');
}
