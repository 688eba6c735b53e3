import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import { sentenceOf } from '../../lib/api/problem.js';
import { capitalised, counted } from '../../lib/formats.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import { quoted } from '../../texts/quoted.js';
import { showAnswers } from './api/answers.js';

/** One follow-up before and after a change. */
interface Changed {
  readonly before: FollowUpView;
  readonly after: FollowUpView;
}

interface Act {
  readonly followUps: readonly FollowUpView[];
  readonly change: (followUp: FollowUpView) => Promise<FollowUpView>;
  /** Null where there is no way back. */
  readonly takeBack: ((changed: Changed) => Promise<FollowUpView>) | null;
  /** What is told of it: of one follow-up by its words, of several by their number. */
  readonly told: (what: string) => string;
  readonly onDone: () => void;
}

/**
 * Does the same to each follow-up. What succeeded shows in the lists before it is told in the undo bar, and can be taken
 * back as one; when nothing succeeded the fault is thrown, so that it shows where it was tried.
 */
export function useAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ followUps, change, takeBack, told }: Act) => {
      const changed: Changed[] = [];
      const faults: unknown[] = [];
      for (const before of followUps) {
        try {
          changed.push({ before, after: await change(before) });
        } catch (error) {
          faults.push(error);
        }
      }
      if (changed.length === 0) throw faults[0];
      await showAnswers(
        client,
        changed.map(({ after }) => after),
      );
      tellDone({
        text: [told(subject(changed)), ...failures(faults)].join(' '),
        takeBack:
          takeBack === null
            ? null
            : async () => {
                try {
                  for (const each of changed) await showAnswers(client, [await takeBack(each)]);
                } finally {
                  await client.invalidateQueries({ queryKey: ['follow-ups'] });
                }
              },
      });
    },
    onSuccess: (_, { onDone }) => onDone(),
    onSettled: () => client.invalidateQueries({ queryKey: ['follow-ups'] }),
  });
}

const QUOTED_LENGTH = 60;

function subject(changed: readonly Changed[]): string {
  const [only] = changed;
  if (changed.length > 1 || only === undefined)
    return counted(changed.length, da.followUps.one, da.followUps.several);
  const action = capitalised(only.before.action);
  return quoted(action.length > QUOTED_LENGTH ? `${action.slice(0, QUOTED_LENGTH).trimEnd()} …` : action);
}

function failures(faults: readonly unknown[]): readonly string[] {
  if (faults.length === 0) return [];
  const count = counted(faults.length, da.followUps.one, da.followUps.several);
  return [da.followUps.done.someFailed(count, sentenceOf(faults[0]))];
}
