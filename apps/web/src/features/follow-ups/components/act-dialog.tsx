import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import type { FollowUpAct } from '../list-keys.js';
import { DueDialog } from './due-dialog.js';
import { NoteDialog } from './note-dialog.js';
import { ResponsibleDialog } from './responsible-dialog.js';
import type { ResponsibleChoices } from './responsible-dialog.js';
import { StatusDialog } from './status-dialog.js';

export interface ActDialogProps {
  readonly act: Exclude<FollowUpAct, 'open'>;
  readonly followUps: readonly FollowUpView[];
  readonly choices: ResponsibleChoices;
  readonly onClose: () => void;
}

/** The dialog of an act on one or several follow-ups; fetched when the first is begun. */
export default function ActDialog({ act, ...props }: ActDialogProps) {
  if (act === 'status') return <StatusDialog {...props} />;
  if (act === 'responsible') return <ResponsibleDialog {...props} />;
  if (act === 'due') return <DueDialog {...props} />;
  return <NoteDialog {...props} />;
}
