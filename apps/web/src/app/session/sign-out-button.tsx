import { useMutation } from '@tanstack/react-query';
import { announce } from '../../lib/announcements.js';
import { sentenceOf } from '../../lib/api/problem.js';
import { clearDrafts } from '../../lib/autosave/drafts.js';
import { endSession } from './session.js';

interface SignOutButtonProps {
  readonly everywhere: boolean;
  readonly className?: string;
  readonly children: string;
}

/** Ends the session, here or everywhere, and leaves the product: nothing of it stays in the page's memory. */
export function SignOutButton({ everywhere, className, children }: SignOutButtonProps) {
  const end = useMutation({
    mutationFn: () => endSession(everywhere),
    onSuccess: () => {
      clearDrafts();
      location.assign('/login?signedOut=yes');
    },
    onError: (error) => announce(sentenceOf(error)),
  });
  return (
    <>
      <button type="button" className={className} onClick={() => end.mutate()}>
        {children}
      </button>
      {end.error === null ? null : <p className="fault">{sentenceOf(end.error)}</p>}
    </>
  );
}
