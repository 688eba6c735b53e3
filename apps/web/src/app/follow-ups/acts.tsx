import { Button } from '../../components/ui/button.js';
import { actRefusal } from '../../features/follow-ups/act-refusal.js';
import { preferences } from '../../lib/preferences.js';
import { useStore } from '../../lib/store.js';
import { da } from '../../texts/da.js';
import type { FollowUpActsState } from './use-follow-up-acts.js';

const ACTS = [
  { act: 'status', key: 's' },
  { act: 'responsible', key: 'a' },
  { act: 'due', key: 'f' },
  { act: 'note', key: 'k' },
] as const;

/** What can be done to those that are chosen in the list; without any the buttons say what to do first. */
export function FollowUpActs({ acts }: { readonly acts: FollowUpActsState }) {
  const { shortcuts } = useStore(preferences);
  const { selected, targets, clear, beginOnTargets } = acts;
  const refusal = targets.length === 0 ? da.followUps.chooseFirst : null;
  return (
    <div
      role="group"
      aria-label={da.followUps.actsLabel}
      className={refusal === null ? 'acts' : 'acts is-idle'}
    >
      {selected.size === 0 ? null : (
        <>
          <span className="meta">{da.followUps.selected(selected.size)}</span>
          <Button look="quiet" onClick={clear}>
            {da.followUps.clearSelection}
          </Button>
        </>
      )}
      {ACTS.map(({ act, key }) => (
        <Button
          key={act}
          look={act === 'status' ? 'primary' : 'secondary'}
          refusal={refusal ?? actRefusal(act, targets)}
          onClick={() => beginOnTargets(act)}
        >
          {da.followUps.acts[act]}
          {shortcuts ? <kbd aria-hidden="true">{key}</kbd> : null}
        </Button>
      ))}
    </div>
  );
}
