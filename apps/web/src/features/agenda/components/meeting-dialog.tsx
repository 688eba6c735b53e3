import { useState } from 'react';
import { Button } from '../../../components/ui/button.js';
import { Dialog } from '../../../components/ui/dialog.js';
import { SelectField } from '../../../components/ui/field.js';
import { da } from '../../../texts/da.js';

interface MeetingDialogProps {
  readonly meetings: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** Which meeting a point shall go to. */
export default function MeetingDialog({ meetings, onChoose, onClose }: MeetingDialogProps) {
  const [chosen, setChosen] = useState(meetings[0]?.id ?? '');
  return (
    <Dialog title={da.agenda.toMeetingTitle} onClose={onClose}>
      {meetings.length === 0 ? (
        <p>{da.agenda.noOtherMeeting}</p>
      ) : (
        <SelectField
          name="to-meeting"
          label={da.agenda.toMeetingLabel}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {meetings.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <div className="dialog-actions">
        {meetings.length === 0 ? null : (
          <Button look="primary" onClick={() => onChoose(chosen)}>
            {da.agenda.moves.toMeeting}
          </Button>
        )}
        <Button onClick={onClose}>{da.common.cancel}</Button>
      </div>
    </Dialog>
  );
}
