import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import type { ResponsibleChoices } from '../../features/follow-ups/components/responsible-dialog.js';
import type { FollowUpAct } from '../../features/follow-ups/list-keys.js';
import { peopleQuery, unitsQuery } from '../../features/organisation/api/lists.js';

const ActDialog = lazy(() => import('../../features/follow-ups/components/act-dialog.js'));

type DialogAct = Exclude<FollowUpAct, 'open'>;

export interface FollowUpActsState {
  /** The row the keyboard stands on. */
  readonly current: string | null;
  readonly selected: ReadonlySet<string>;
  /** Those an act now applies to: the selected, or else the one that stands open, or else the current row. */
  readonly targets: readonly FollowUpView[];
  readonly dialog: ReactNode;
  readonly setCurrent: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
  /** Begins an act on one follow-up, or on all selected when it is among them. */
  readonly begin: (act: FollowUpAct, followUp: FollowUpView) => void;
  readonly beginOnTargets: (act: DialogAct) => void;
}

/** What is chosen in the list, and the dialog of the act that was begun on it. */
export function useFollowUpActs(
  followUps: readonly FollowUpView[],
  opened: string | null,
): FollowUpActsState {
  const navigate = useNavigate();
  const [current, setCurrent] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [begun, setBegun] = useState<Begun | null>(null);
  const selected = new Set(followUps.map(({ id }) => id).filter((id) => chosen.has(id)));
  const selectedOnes = followUps.filter(({ id }) => selected.has(id));
  const standing = followUps.filter(({ id }) => id === (opened ?? current));
  const targets = selectedOnes.length > 0 ? selectedOnes : standing;
  return {
    ...{ current, selected, targets, setCurrent },
    dialog: begun === null ? null : <BegunDialog begun={begun} onClose={() => setBegun(null)} />,
    toggle: (id) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setChosen(next);
    },
    clear: () => setChosen(new Set()),
    begin: (act, followUp) => {
      if (act === 'open') {
        const params = { followUpId: followUp.id };
        void navigate({ to: '/follow-ups/$followUpId', params, search: (now) => now });
      } else setBegun({ act, followUps: selected.has(followUp.id) ? selectedOnes : [followUp] });
    },
    beginOnTargets: (act) => setBegun({ act, followUps: targets }),
  };
}

interface Begun {
  readonly act: DialogAct;
  readonly followUps: readonly FollowUpView[];
}

export function BegunDialog({ begun, onClose }: { readonly begun: Begun; readonly onClose: () => void }) {
  const choices = useChoices();
  return (
    <Suspense>
      <ActDialog {...begun} choices={choices} onClose={onClose} />
    </Suspense>
  );
}

/** Who can be made responsible: there when both lists are. */
function useChoices(): ResponsibleChoices {
  const units = useQuery(unitsQuery);
  const people = useQuery(peopleQuery);
  const areThere = units.data !== undefined && people.data !== undefined;
  return {
    data: areThere ? { units: units.data, people: people.data } : undefined,
    error: areThere ? null : (units.error ?? people.error),
    retry: () => void Promise.all([units.refetch(), people.refetch()]),
  };
}
