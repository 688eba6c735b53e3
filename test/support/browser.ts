/** An answer that a test's browser got. */
export interface Seen {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
}

export interface BrowserRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As much of a browser as signing in needs: a jar of cookies for each host, and redirects followed by hand. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Asks for one address and keeps the cookies of the answer. */
  async ask(address: string, { method = 'GET', headers = {}, body }: BrowserRequest = {}): Promise<Seen> {
    const cookie = this.cookieHeader(address);
    const answer = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const jar = this.jarOf(address);
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      location: location === null ? null : new URL(location, address).href,
      headers: answer.headers,
      text: await answer.text(),
    };
  }

  /** Follows redirects from an address until there is a page, or until `stopAt` would be asked for. */
  async follow(
    address: string,
    stopAt: (next: string) => boolean = () => false,
  ): Promise<Seen & { at: string }> {
    let at = address;
    for (let hops = 0; hops < 12; hops += 1) {
      const seen = await this.ask(at);
      if (seen.location === null || stopAt(seen.location)) return { ...seen, at };
      at = seen.location;
    }
    throw new Error(`${address} redirects without end.`);
  }

  /** The cookies that a request to an address carries, as its Cookie header. */
  cookieHeader(address: string): string {
    return [...this.jarOf(address)].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The value of one cookie; undefined when it is not there. */
  cookie(address: string, name: string): string | undefined {
    return this.jarOf(address).get(name);
  }

  setCookie(address: string, name: string, value: string): void {
    this.jarOf(address).set(name, value);
  }

  private jarOf(address: string): Map<string, string> {
    const { host } = new URL(address);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', ...value] = pair.split('=');
  const expires = attributes.map((one) => one.trim()).find((one) => /^expires=/i.test(one));
  const isGone = expires !== undefined && new Date(expires.slice('expires='.length)).getTime() < Date.now();
  if (isGone) jar.delete(name);
  else jar.set(name, value.join('='));
}
