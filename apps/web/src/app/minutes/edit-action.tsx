import { useState } from 'react';
import type { ChangeFollowUp, FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import { Button } from '../../components/ui/button.js';
import { TextField } from '../../components/ui/field.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { useAct } from '../../features/follow-ups/use-act.js';
import { da } from '../../texts/da.js';

const text = da.minutes.followUps;

interface EditActionProps {
  readonly followUp: FollowUpView;
  readonly change: (followUp: FollowUpView, change: ChangeFollowUp) => Promise<FollowUpView>;
  readonly onClose: () => void;
}

/** The words of a follow-up, changed where they stand. */
export function EditAction({ followUp, change, onClose }: EditActionProps) {
  const [action, setAction] = useState(followUp.action);
  const act = useAct();
  const save = (): void => {
    if (action.trim() === '' || act.isPending) return;
    act.mutate({
      followUps: [followUp],
      change: (each) => change(each, { action: action.trim() }),
      takeBack: ({ before, after }) => change(after, { action: before.action }),
      told: () => text.changed(action.trim()),
      onDone: onClose,
    });
  };
  return (
    <form
      className="edit-action"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)}
    >
      <TextField
        name={`action-${followUp.id}`}
        label={text.what}
        value={action}
        autoFocus
        onChange={(event) => setAction(event.target.value)}
      />
      <Refusal error={act.error} />
      <div className="dialog-actions">
        <Button type="submit" look="primary" busy={act.isPending}>
          {da.common.save}
        </Button>
        <Button onClick={onClose}>{da.common.cancel}</Button>
      </div>
    </form>
  );
}
