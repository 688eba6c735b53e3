import type { KeyboardEvent, ReactNode } from 'react';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { Button } from '../../../components/ui/button.js';
import { Dialog } from '../../../components/ui/dialog.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { capitalised, counted } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';

interface ActFormProps {
  readonly title: string;
  readonly followUps: readonly FollowUpView[];
  readonly error: unknown;
  readonly busy: boolean;
  readonly refusal?: string | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with a form about one or several follow-ups. Ctrl+Enter saves from anywhere in it. */
export function ActForm(props: ActFormProps) {
  const { title, followUps, error, busy, refusal = null, onSubmit, onClose, children } = props;
  // Caught on its way down: the parts of a date keep their keys to themselves.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (refusal === null && !busy) onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="meta">{aboutInWords(followUps)}</p>
      <form
        noValidate
        onKeyDownCapture={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          if (refusal === null && !busy) onSubmit();
        }}
      >
        {children}
        <Refusal error={error} />
        <div className="dialog-actions">
          <Button type="submit" look="primary" busy={busy} refusal={refusal}>
            {busy ? da.common.saving : da.common.save}
          </Button>
          <Button onClick={onClose}>{da.common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function aboutInWords(followUps: readonly FollowUpView[]): string {
  const [only] = followUps;
  const text =
    followUps.length === 1 && only !== undefined
      ? capitalised(only.action)
      : counted(followUps.length, da.followUps.one, da.followUps.several);
  return da.followUps.actingOn(text);
}
