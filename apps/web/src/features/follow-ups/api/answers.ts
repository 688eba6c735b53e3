import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import type { PageOf } from '../../../lib/api/pages.js';

type Pages = InfiniteData<PageOf<FollowUpView>>;

/**
 * Puts what the api answered to a change in the place of what lists and panels show, so that the next change is made to
 * the version there is now. What was asked before the change is left, for it may bring the old version afterwards.
 */
export async function showAnswers(client: QueryClient, answers: readonly FollowUpView[]): Promise<void> {
  await client.cancelQueries({ queryKey: ['follow-ups'] });
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  client.setQueriesData<Pages>({ queryKey: ['follow-ups', 'list'] }, (shown) =>
    shown === undefined ? undefined : { ...shown, pages: shown.pages.map((page) => renewed(page, byId)) },
  );
  for (const answer of answers) {
    client.setQueryData<FollowUpView>(['follow-ups', 'one', answer.id], (shown) =>
      shown === undefined ? undefined : answer,
    );
  }
}

function renewed(page: PageOf<FollowUpView>, byId: ReadonlyMap<string, FollowUpView>): PageOf<FollowUpView> {
  return { ...page, items: page.items.map((item) => byId.get(item.id) ?? item) };
}
