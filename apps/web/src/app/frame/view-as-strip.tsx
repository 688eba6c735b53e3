import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/ui/button.js';
import { sentenceOf } from '../../lib/api/problem.js';
import { announce } from '../../lib/announcements.js';
import { da } from '../../texts/da.js';
import { sessionQuery, useSession, viewAs } from '../session/session.js';

/** Says on every page that one sees it with another person's eyes, with the way back. */
export function ViewAsStrip() {
  const { viewAs: viewed } = useSession();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => viewAs(null),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      announce(da.profile.viewAsEnded);
      // What was read with the other's eyes is not kept.
      return client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
  if (viewed === null) return null;
  return (
    <div className="strip strip-info">
      <p>
        {da.session.viewAs(viewed.name)} {end.error === null ? null : sentenceOf(end.error)}
      </p>
      <Button busy={end.isPending} onClick={() => end.mutate()}>
        {da.session.viewAsEnd}
      </Button>
    </div>
  );
}
