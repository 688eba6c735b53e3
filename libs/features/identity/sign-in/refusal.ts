/** Why somebody is not let in. */
export type RefusalReason =
  | 'no-provider'
  | 'provider-unavailable'
  | 'given-up'
  | 'not-ours'
  | 'not-proven'
  | 'unknown-person'
  | 'inactive-person'
  | 'too-many-attempts';

/**
 * Signing in stops here. `fault` goes to the log, and holds nothing of the person; `returnTo` is where it was to lead, a
 * safe path, null where that is not known.
 */
export class SignInRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly fault: string,
    readonly returnTo: string | null = null,
  ) {
    super(`${reason}: ${fault}`);
  }
}
