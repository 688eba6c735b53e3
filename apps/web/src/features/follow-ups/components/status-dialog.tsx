import { useState } from 'react';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { FOLLOW_UP_STATUSES } from '../../../../../../libs/domain/follow-up/workflow.js';
import { Choices, TextArea } from '../../../components/ui/field.js';
import { counted } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { takeSteps } from '../api/changes.js';
import { needsNote, stepTo, stepsBack } from '../status-steps.js';
import { useAct } from '../use-act.js';
import { ActForm } from './act-form.js';

type Status = FollowUpView['status'];

interface StatusDialogProps {
  readonly followUps: readonly FollowUpView[];
  readonly onClose: () => void;
}

export function StatusDialog({ followUps, onClose }: StatusDialogProps) {
  const open = FOLLOW_UP_STATUSES.filter((status) => movable(followUps, status).length > 0);
  const [status, setStatus] = useState<Status | null>(null);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const act = useAct();
  const moved = status === null ? [] : movable(followUps, status);
  const asked = status === null ? null : noteAsked(moved, status);
  const save = (): void => {
    if (status === null) return;
    const missing = asked?.required === true && note.trim() === '';
    setFault(missing ? da.problems.byCode[status === 'dropped' ? 'reason-required' : 'note-required'] : null);
    if (missing) document.getElementById('status-note')?.focus();
    else act.mutate(statusAct(moved, status, note.trim() === '' ? null : note.trim(), onClose));
  };
  return (
    <ActForm
      title={da.followUps.dialogs.statusTitle}
      followUps={followUps}
      error={act.error}
      busy={act.isPending}
      refusal={status === null ? da.followUps.dialogs.chooseStatus : null}
      onSubmit={save}
      onClose={onClose}
    >
      {open.length === 0 ? <p>{da.followUps.dialogs.noneCan}</p> : null}
      <Choices
        name="status"
        legend={da.followUps.dialogs.statusLegend}
        value={status}
        choices={open.map((value) => ({ value, text: da.followUps.status[value] }))}
        onChoose={setStatus}
        autoFocus
      />
      {moved.length > 0 && moved.length < followUps.length ? (
        <p className="hint">
          {da.followUps.dialogs.cannot(
            counted(followUps.length - moved.length, da.followUps.one, da.followUps.several),
          )}
        </p>
      ) : null}
      {asked === null ? null : (
        <TextArea
          name="status-note"
          label={asked.label}
          optional={!asked.required}
          fault={fault}
          value={note}
          rows={3}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
    </ActForm>
  );
}

function movable(followUps: readonly FollowUpView[], status: Status): readonly FollowUpView[] {
  return followUps.filter(({ actions }) => stepTo(actions, status) !== null);
}

/** Which words a status asks for. */
function noteAsked(moved: readonly FollowUpView[], status: Status) {
  const { dialogs } = da.followUps;
  const required = moved.some(({ actions }) => {
    const step = stepTo(actions, status);
    return step !== null && needsNote(step);
  });
  const labels: Readonly<Record<Status, string>> = {
    new: dialogs.noteOptional,
    'in-progress': required ? dialogs.noteReopened : dialogs.noteOptional,
    waiting: dialogs.noteWaiting,
    done: dialogs.noteDone,
    dropped: dialogs.noteDropped,
  };
  return { required, label: labels[status] };
}

function statusAct(
  followUps: readonly FollowUpView[],
  status: Status,
  note: string | null,
  onDone: () => void,
) {
  return {
    followUps,
    change: (followUp: FollowUpView) => {
      const action = stepTo(followUp.actions, status);
      return takeSteps(followUp, action === null ? [] : [{ action, note }]);
    },
    takeBack: ({ before, after }: { before: FollowUpView; after: FollowUpView }) =>
      takeSteps(after, stepsBack(after.status, before.status, da.followUps.done.takenBack)),
    told: (what: string) => da.followUps.done.status(what, da.followUps.status[status]),
    onDone,
  };
}
