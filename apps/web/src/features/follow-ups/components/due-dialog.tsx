import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { DateField } from '../../../components/ui/date-field.js';
import { TextArea } from '../../../components/ui/field.js';
import { dateInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { changeFollowUp } from '../api/changes.js';
import { useAct } from '../use-act.js';
import { ActForm } from './act-form.js';

interface DueDialogProps {
  readonly followUps: readonly FollowUpView[];
  readonly onClose: () => void;
}

export function DueDialog({ followUps, onClose }: DueDialogProps) {
  const [only] = followUps;
  const present = followUps.length === 1 ? (only?.due.date ?? null) : null;
  const [date, setDate] = useState(present === null ? null : parseDate(present));
  const [reason, setReason] = useState('');
  const act = useAct();
  const { dialogs, done } = da.followUps;
  const save = (): void => {
    const day = date?.toString() ?? null;
    const kind = day === null ? ('none' as const) : ('firm' as const);
    const why = reason.trim() === '' ? null : reason.trim();
    act.mutate({
      followUps,
      change: (followUp) => changeFollowUp(followUp, { due: { kind, text: null, date: day, reason: why } }),
      takeBack: ({ before, after }) =>
        changeFollowUp(after, { due: { ...before.due, reason: done.takenBack } }),
      told: (what) => (day === null ? done.dueRemoved(what) : done.due(what, dateInText(day))),
      onDone: onClose,
    });
  };
  return (
    <ActForm
      title={dialogs.dueTitle}
      followUps={followUps}
      error={act.error}
      busy={act.isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <DateField label={dialogs.dueDate} hint={dialogs.dueHint} value={date} onChange={setDate} autoFocus />
      <TextArea
        name="due-reason"
        label={dialogs.dueReason}
        optional
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActForm>
  );
}
