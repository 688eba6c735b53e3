import { expect } from '@jest/globals';
import type { SignedIn, TestRole } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';

/** People of a spec, each by the name of what they are to its things, signed in. */
export class Cast {
  private constructor(
    private readonly api: TestApi,
    private readonly people: Map<string, SignedIn>,
  ) {}

  /** Makes a person a name, with these roles. */
  static async of(api: TestApi, roles: Readonly<Record<string, readonly TestRole[]>>): Promise<Cast> {
    const people = new Map<string, SignedIn>();
    for (const [name, held] of Object.entries(roles)) people.set(name, await api.signIn(held));
    return new Cast(api, people);
  }

  get names(): readonly string[] {
    return [...this.people.keys()];
  }

  readonly as = (name: string): SignedIn => {
    const found = this.people.get(name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found;
  };

  /** Takes in somebody who came later. */
  join(name: string, person: SignedIn): void {
    this.people.set(name, person);
  }

  /** Who gets an address; whoever does not is told that it is not there. */
  async whoGets(path: string): Promise<string[]> {
    const got: string[] = [];
    for (const [name, by] of this.people) {
      const { told } = await this.api.send('get', path, undefined, { by });
      if (told === '200') got.push(name);
      else expect(told).toBe('404 not-found');
    }
    return got;
  }
}
