/** The tab that has signed in tells the others by this channel. */
export const SIGNED_IN_CHANNEL = 'dagsorden.signed-in';

/** Where signing in begins, and where it leads back to. */
export function signInAddress(returnTo: string): string {
  return `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}
