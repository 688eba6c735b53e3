import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { tellDone } from '../../lib/undo.js';
import { changeIndstilling, indstillingQuery } from './api/indstilling.js';

/** What is written over at once: the template, or some sections. */
export type Rewritten = Partial<Pick<IndstillingView, 'template' | 'sections'>>;

export interface Rewriting {
  /** What is written over what stands there once all that was typed is saved. */
  readonly change: (standing: IndstillingView) => Rewritten;
  /** What the undo bar says of it. */
  readonly told: string;
  /** What is to happen on the page then. */
  readonly then?: () => void;
}

/** Writes over parts of an indstilling after what was typed is saved; Fortryd lays back what stood there. */
export function useRewriting(indstilling: IndstillingView, saveAll: () => Promise<boolean>) {
  const client = useQueryClient();
  const { id } = indstilling;
  const { queryKey } = indstillingQuery(id);
  const present = (): IndstillingView => client.getQueryData(queryKey) ?? indstilling;
  const write = async (version: number, rewritten: Rewritten): Promise<IndstillingView> => {
    const now = await changeIndstilling(id, version, rewritten, false);
    client.setQueryData(queryKey, (old) => (old && old.version > now.version ? old : now));
    void client.invalidateQueries({ queryKey: ['indstillinger', 'list'] });
    return now;
  };
  return useMutation({
    mutationFn: async ({ change, told, then }: Rewriting) => {
      // What could not be saved is told of where it stands.
      if (!(await saveAll())) return;
      const before = present();
      const rewritten = change(before);
      const after = await write(before.version, rewritten);
      then?.();
      tellDone({
        text: told,
        takeBack: async () => {
          // Where somebody went on writing in it, what they wrote is not written over: the api refuses the old version.
          const standing = present();
          const { version } = isSame(standing, after, rewritten) ? standing : after;
          await write(version, partsOf(before, rewritten));
        },
      });
    },
  });
}

/** Of an indstilling, the parts that were written over. */
function partsOf({ template, sections }: IndstillingView, rewritten: Rewritten): Rewritten {
  const keys = Object.keys(rewritten.sections ?? {});
  return {
    ...(rewritten.template === undefined ? {} : { template }),
    ...(keys.length === 0
      ? {}
      : { sections: Object.fromEntries(keys.map((key) => [key, sections[key] ?? []])) }),
  };
}

const isSame = (one: IndstillingView, other: IndstillingView, rewritten: Rewritten): boolean =>
  JSON.stringify(partsOf(one, rewritten)) === JSON.stringify(partsOf(other, rewritten));
