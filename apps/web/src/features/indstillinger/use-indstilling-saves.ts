import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Autosave } from '../../lib/autosave/autosave.js';
import type { Unsaved } from '../../lib/autosave/autosave.js';
import { useAutosaving } from '../../lib/autosave/use-autosaving.js';
import type { Faults } from '../../lib/form.js';
import { useStore } from '../../lib/store.js';
import { changeIndstilling, indstillingQuery } from './api/indstilling.js';
import {
  indstillingFaults,
  indstillingIn,
  indstillingPatch,
  isIndstillingDraft,
  savedIndstilling,
} from './fields.js';
import type { Fact, IndstillingFields } from './fields.js';
import { useStepUnderWay } from './step-under-way.js';

/** An indstilling being written: what stands in its fields, whether saved or not, and how it is changed. */
export interface IndstillingSaves {
  readonly autosave: Autosave<IndstillingFields>;
  readonly unsaved: Unsaved<IndstillingFields> | undefined;
  readonly fields: IndstillingFields;
  readonly faults: Faults<Fact>;
  /** A step is on its way: nothing is typed until it is answered. */
  readonly isGoing: boolean;
  /** Takes what is typed; it is saved after a pause. */
  readonly type: (patch: Partial<IndstillingFields>) => void;
  /** Saves what waits. */
  readonly leave: () => Promise<void>;
}

/** Lets an indstilling be written, as the api has it now. */
export function useIndstillingSaves(indstilling: IndstillingView): IndstillingSaves {
  const { id } = indstilling;
  const client = useQueryClient();
  const autosave = useIndstillingAutosave(id);
  const unsaved = useStore(autosave.unsaved).get(id);
  const fields = { ...savedIndstilling(indstilling).fields, ...unsaved?.typed } as IndstillingFields;
  return {
    ...{ autosave, unsaved, fields, faults: indstillingFaults(unsaved?.typed ?? {}) },
    isGoing: useStepUnderWay(id),
    type: (patch) => {
      const now = client.getQueryData(indstillingQuery(id).queryKey) ?? indstilling;
      autosave.type(id, savedIndstilling(now), patch);
    },
    leave: () => autosave.flush(id),
  };
}

function useIndstillingAutosave(id: string): Autosave<IndstillingFields> {
  const client = useQueryClient();
  const { queryKey } = indstillingQuery(id);
  const [autosave] = useState(() => {
    const put = (now: IndstillingView): void => {
      client.setQueryData(queryKey, (old) => (old && old.version > now.version ? old : now));
    };
    return new Autosave<IndstillingFields>({
      page: `indstilling.${id}`,
      send: async (_, typed, version, leaving) => {
        const now = await changeIndstilling(id, version, indstillingPatch(typed), leaving);
        put(now);
        void client.invalidateQueries({ queryKey: ['indstillinger', 'list'] });
        return savedIndstilling(now);
      },
      readCurrent: (current) => {
        const now = indstillingIn(current);
        if (now) put(now);
        return now && savedIndstilling(now);
      },
      isDraft: isIndstillingDraft,
      faultOf: (typed) => Object.values(indstillingFaults(typed))[0] ?? null,
    });
  });
  useAutosaving(autosave);
  return autosave;
}
