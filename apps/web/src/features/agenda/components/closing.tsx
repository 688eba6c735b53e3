import { useRef, useState } from 'react';
import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { Icon } from '../../../components/ui/icon.js';
import { da } from '../../../texts/da.js';
import { savedRow } from '../row-fields.js';
import { takes, useUnsaved, useWork } from '../work.js';
import type { AgendaWork } from '../work.js';

const words = da.agenda.closing;
const { told } = da.agenda;

interface ClosingProps {
  readonly point: AgendaEntry;
}

/** Closes a point and asks why, or opens it again. */
export function toggleClosed(point: AgendaEntry, work: AgendaWork): void {
  const { id, visibility } = point;
  if (visibility === 'closed') {
    void work.editor.change(id, { visibility: 'open' }, told.reopened(point));
    work.askedWhyClosed.set(null);
  } else {
    void work.editor.change(id, { visibility: 'closed' }, told.closed(point));
    work.askedWhyClosed.set(id);
    work.focus(id, 'reason');
  }
}

/**
 * The lock of a row, for a press of the mouse or a finger. It is no stop for the keyboard: the menu beside it holds the
 * same, so that a row has few stops.
 */
export function Lock({ point }: ClosingProps) {
  const work = useWork();
  const isClosed = point.visibility === 'closed';
  const words = isClosed ? da.agenda.acts.reopen : da.agenda.acts.close;
  return (
    <Button
      look="quiet"
      className="lock-button"
      tabIndex={-1}
      aria-label={da.agenda.actOn(words, point)}
      aria-pressed={isClosed}
      title={words}
      refusal={takes(work, 'change-visibility') ? null : refusalOf(work.state)}
      onClick={() => toggleClosed(point, work)}
    >
      <Icon name="lock" />
    </Button>
  );
}

const refusalOf = (state: string): string =>
  (da.agenda.readOnly as Readonly<Record<string, string>>)[state] ?? da.problems.unknown;

/** Why a point is closed: one press for what is usual, or a text; and what that means for who sees it. */
export function ClosingPanel({ point }: ClosingProps) {
  const { editor, askedWhyClosed, focus } = useWork();
  const unsaved = useUnsaved(point.id);
  const onDone = (): void => {
    askedWhyClosed.set(null);
    focus(point.id, 'title');
  };
  const reason = unsaved?.typed.closedReason ?? point.closedReason ?? '';
  const [own, setOwn] = useState(reason !== '' && !isUsual(reason));
  const choose = async (chosen: string | null, isLast: boolean): Promise<void> => {
    setOwn(chosen === null);
    if (chosen === null) return;
    const done = await editor.change(point.id, { closedReason: chosen }, told.reason(point));
    if (done && isLast) onDone();
  };
  return (
    <div className="closing">
      <Reasons
        name={`closing-${point.id}`}
        chosen={own ? null : reason}
        onChoose={(chosen, isLast) => void choose(chosen, isLast)}
      />
      {own ? <OwnReason point={point} reason={reason} /> : null}
      <Button onClick={onDone}>{words.done}</Button>
    </div>
  );
}

interface ReasonsProps {
  readonly name: string;
  /** The usual reason that is chosen; null: one of their own. */
  readonly chosen: string | null;
  /** `isLast`: it was pressed with a pointer. Arrow keys go through the choices, and the last is whichever they stop at. */
  readonly onChoose: (reason: string | null, isLast: boolean) => void;
}

function Reasons({ name, chosen, onChoose }: ReasonsProps) {
  const byPointer = useRef(false);
  return (
    <fieldset
      className="choices"
      onPointerDown={() => (byPointer.current = true)}
      onKeyDown={() => (byPointer.current = false)}
    >
      <legend>{words.legend}</legend>
      {[...words.reasons, null].map((reason, i) => (
        <label key={reason} className="choice">
          <input
            type="radio"
            name={name}
            data-control={i === 0 ? 'reason' : undefined}
            checked={chosen === reason}
            onChange={() => onChoose(reason, byPointer.current)}
          />
          {reason ?? words.other}
        </label>
      ))}
    </fieldset>
  );
}

/** A reason in their own words, which saves itself and is taken back as one. */
function OwnReason({ point, reason }: ClosingProps & { readonly reason: string }) {
  const { editor } = useWork();
  const before = useRef(reason);
  return (
    <TextArea
      name={`closed-reason-${point.id}`}
      label={words.own}
      rows={2}
      value={reason}
      onFocus={() => (before.current = reason)}
      onChange={(event) => editor.saver.type(point.id, savedRow(point), { closedReason: event.target.value })}
      onBlur={() => {
        void editor.saver.flush(point.id);
        if (reason.trim() !== before.current.trim())
          editor.toldTyped(point.id, 'closedReason', before.current, told.reason(point));
      }}
    />
  );
}

/** What it means that a point is closed, in the row of each. */
export function Consequence({
  point,
  isClosedByParent,
}: ClosingProps & { readonly isClosedByParent: boolean }) {
  const { separate } = useWork();
  if (point.effectiveVisibility !== 'closed') return null;
  const inherited = point.visibility === 'open' && isClosedByParent;
  return (
    <p className="consequence">
      {inherited ? words.inherited : words.consequence(separate)}
      {point.closedReason === null ? null : ` ${asSentence(point.closedReason)}`}
    </p>
  );
}

const asSentence = (reason: string): string => (/[.!?]$/.test(reason.trim()) ? reason : `${reason}.`);

const isUsual = (reason: string): boolean => words.reasons.some((usual) => usual === reason);
