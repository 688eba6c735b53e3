import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { TextArea } from '../../../components/ui/field.js';
import { tellDone } from '../../../lib/undo.js';
import { da } from '../../../texts/da.js';
import { writeNote } from '../api/changes.js';
import { ActForm } from './act-form.js';

interface NoteDialogProps {
  readonly followUps: readonly FollowUpView[];
  readonly onClose: () => void;
}

/** A note stays in the history, so there is nothing to take back. */
export function NoteDialog({ followUps, onClose }: NoteDialogProps) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const write = useMutation({
    mutationFn: async () => {
      for (const followUp of followUps) await writeNote(followUp, text.trim());
    },
    onSuccess: () => {
      tellDone({ text: da.followUps.done.note, takeBack: null });
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['follow-ups'] }),
  });
  const { dialogs } = da.followUps;
  return (
    <ActForm
      title={dialogs.noteTitle}
      followUps={followUps}
      error={write.error}
      busy={write.isPending}
      refusal={text.trim() === '' ? dialogs.writeFirst : null}
      onSubmit={() => write.mutate()}
      onClose={onClose}
    >
      <TextArea
        name="note"
        label={dialogs.noteText}
        hint={dialogs.noteHint}
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
      />
    </ActForm>
  );
}
