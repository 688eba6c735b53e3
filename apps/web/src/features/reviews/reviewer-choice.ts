import type { ReviewersView } from '../../../../../libs/contracts/reviews.js';

/** What is written and chosen before it is sent: whom to ask, whom to take the agenda back from, and the words to those asked. */
export interface ReviewerChoice {
  readonly message: string;
  readonly asks: readonly string[];
  readonly takesBack: readonly string[];
}

export const NO_CHOICE: ReviewerChoice = { message: '', asks: [], takesBack: [] };

/** What a choice comes to on the list as it stands now, whoever else has changed it since: ids of people. */
export function choiceOn({ items, candidates }: ReviewersView, { asks, takesBack }: ReviewerChoice) {
  const standing = items.map(({ personId }) => personId);
  const asked = asks.filter(
    (id) => !standing.includes(id) && candidates.some(({ personId }) => personId === id),
  );
  const takenBack = takesBack.filter((id) => standing.includes(id));
  return { asked, takenBack, chosen: [...standing.filter((id) => !takenBack.includes(id)), ...asked] };
}

/** The choice with one person chosen or not. */
export function withPerson(
  { items }: ReviewersView,
  { asks, takesBack }: ReviewerChoice,
  personId: string,
  isChosen: boolean,
): Pick<ReviewerChoice, 'asks' | 'takesBack'> {
  const others = (ids: readonly string[]): string[] => ids.filter((id) => id !== personId);
  const stands = items.some((item) => item.personId === personId);
  return {
    asks: isChosen && !stands ? [...others(asks), personId] : others(asks),
    takesBack: !isChosen && stands ? [...others(takesBack), personId] : others(takesBack),
  };
}
