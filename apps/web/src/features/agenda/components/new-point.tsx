import { useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { Button } from '../../../components/ui/button.js';
import { TextField } from '../../../components/ui/field.js';
import { Panel, Refusal } from '../../../components/ui/problem-panel.js';
import { agendaIsOut } from '../../../../../../libs/domain/meeting/index.js';
import { counted } from '../../../lib/formats.js';
import { useStore } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import { titlesIn } from '../row-fields.js';
import { takes, useWork } from '../work.js';

/** The id of the field that a new point is written in. */
export const NEW_POINT = 'new-point';

const words = da.agenda;

/** Where the next point is written: Enter adds it and leaves the field ready for the one after. */
export function NewPoint() {
  const work = useWork();
  const { editor } = work;
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [pasted, setPasted] = useState<readonly string[] | null>(null);
  const failure = useStore(editor.failure);
  const isOut = agendaIsOut(work.state);
  if (!takes(work, 'add-point')) return null;
  // Before the agenda is out the reason is asked for, not required: one that was left out is no reason.
  const late = isOut || reason.trim() !== '' ? { lateReason: reason } : {};
  const add = (text: string): void => {
    if (text.trim() === '') return;
    setTitle('');
    void editor
      .add({ title: text, ...late }, (made) => words.told.added(made))
      // What was refused stands in the field again.
      .then((id) => id === null && setTitle((now) => (now === '' ? text : now)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = work.agenda.points.at(-1);
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(title);
    } else if (event.key === 'Backspace' && title === '' && last) {
      event.preventDefault();
      work.focus(last.id, 'title');
    }
  };
  return (
    <div className="new-point">
      <TextField
        name={NEW_POINT}
        label={words.newPoint}
        hint={words.newPointHint}
        value={title}
        maxLength={300}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => setPasted(severalIn(event))}
      />
      {isOut || work.comesLate ? (
        <TextField
          name="late-reason"
          label={isOut ? words.lateReason : words.afterDeadline}
          hint={words.lateReasonHint}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      {failure?.pointId === null ? <Refusal error={failure.error} /> : null}
      {pasted === null ? null : (
        <Pasted
          titles={pasted}
          onDone={() => setPasted(null)}
          onOne={() => setTitle(pasted.join(' ').slice(0, 300))}
          late={late}
        />
      )}
    </div>
  );
}

/** The titles in what is pasted where it is several lines, which then do not go into the field; else null. */
function severalIn(event: ClipboardEvent): readonly string[] | null {
  const titles = titlesIn(event.clipboardData.getData('text/plain'));
  if (titles.length < 2) return null;
  event.preventDefault();
  return titles;
}

interface PastedProps {
  readonly titles: readonly string[];
  readonly late: object;
  readonly onDone: () => void;
  readonly onOne: () => void;
}

/** Several lines were pasted into one field: several points, or one after all. */
function Pasted({ titles, late, onDone, onOne }: PastedProps) {
  const { editor } = useWork();
  const count = counted(titles.length, words.pointOne, words.pointMany);
  return (
    <Panel tone="info" alert>
      <p>{words.several(count)}</p>
      <ol className="pasted">
        {titles.map((title, i) => (
          <li key={`${i} ${title}`}>{title}</li>
        ))}
      </ol>
      <div className="dialog-actions">
        <Button
          look="primary"
          autoFocus
          onClick={() => {
            onDone();
            void editor.addSeveral(
              titles.map((title) => ({ title, ...late })),
              words.told.addedSeveral(count),
            );
            document.getElementById(NEW_POINT)?.focus();
          }}
        >
          {words.makeSeveral(count)}
        </Button>
        <Button
          onClick={() => {
            onDone();
            onOne();
            document.getElementById(NEW_POINT)?.focus();
          }}
        >
          {words.makeOne}
        </Button>
      </div>
    </Panel>
  );
}
