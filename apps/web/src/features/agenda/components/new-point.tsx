import type { KeyboardEvent } from 'react';
import { TextField } from '../../../components/ui/field.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { agendaIsOut } from '../../../../../../libs/domain/meeting/index.js';
import { useStore } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import { useNewPoint } from '../use-new-point.js';
import { takes, useWork } from '../work.js';
import { Pasted, countOf, severalIn } from './pasted.js';

/** The id of the field that a new point is written in. */
export const NEW_POINT = 'new-point';

const words = da.agenda;

/** Where the next point is written: Enter adds it and leaves the field ready for the one after. */
export function NewPoint() {
  const work = useWork();
  const writing = useNewPoint(work);
  const failure = useStore(work.editor.failure);
  const isOut = agendaIsOut(work.state);
  if (!takes(work, 'add-point')) return null;
  const { title, offered } = writing;
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = work.points().at(-1);
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      writing.add();
    } else if (event.key === 'Backspace' && title === '' && last) {
      event.preventDefault();
      work.focus(last.id, 'title');
    }
  };
  const back = (): void => document.getElementById(NEW_POINT)?.focus();
  return (
    <div className="new-point">
      <TextField
        name={NEW_POINT}
        label={words.newPoint}
        hint={words.newPointHint}
        value={title}
        maxLength={300}
        onChange={(event) => writing.typeTitle(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => writing.offer(severalIn(event) ?? [])}
      />
      {isOut || work.comesLate ? (
        <TextField
          name="late-reason"
          label={isOut ? words.lateReason : words.afterDeadline}
          hint={words.lateReasonHint}
          value={writing.reason}
          onChange={(event) => writing.typeReason(event.target.value)}
        />
      ) : null}
      {failure?.pointId === null ? <Refusal error={failure.error} /> : null}
      {offered.length === 0 ? null : (
        <Pasted
          titles={offered}
          text={offered.length === 1 ? words.notAdded : words.several(countOf(offered))}
          otherwise={offered.length === 1 ? words.intoField : words.makeOne}
          onSeveral={() => {
            writing.addSeveral(offered, words.told.addedSeveral(countOf(offered)));
            back();
          }}
          onOtherwise={() => {
            writing.offer([]);
            writing.typeTitle(offered.join(' '));
            back();
          }}
        />
      )}
    </div>
  );
}
