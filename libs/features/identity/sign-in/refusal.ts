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

/** Signing in stops here. `fault` goes to the log, and holds nothing of the person. */
export class SignInRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly fault: string,
  ) {
    super(`${reason}: ${fault}`);
  }
}
