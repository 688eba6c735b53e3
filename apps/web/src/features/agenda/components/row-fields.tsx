import { useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { minutesInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { minutesIn } from '../../../lib/typed-minutes.js';
import { savedRow } from '../row-fields.js';
import { severalIn } from './pasted.js';
import { takes, useUnsaved, useWork } from '../work.js';

interface FieldProps {
  readonly point: AgendaEntry;
  /** The point as the api has it, which what is typed is compared with. */
  readonly saved: AgendaEntry;
}

/**
 * A text that saves itself: what is typed stands in the field as it was typed as long as it has the focus, also when the
 * api has taken the spaces off its ends.
 */
function useTyped(name: 'title' | 'minutes', { point, saved }: FieldProps) {
  const { editor, at } = useWork();
  const unsaved = useUnsaved(point.id);
  const [own, setOwn] = useState<string | null>(null);
  const [before, setBefore] = useState('');
  const now = savedRow(saved);
  const kept = unsaved?.typed[name];
  const standing = kept ?? now.fields[name];
  const value = own !== null && own.trim() === standing.trim() ? own : standing;
  return {
    value,
    onFocus: () => {
      setBefore(standing);
      at(point.id);
    },
    onChange: (text: string) => {
      setOwn(text);
      editor.saver.type(point.id, now, { [name]: text });
    },
    onLeave: (told: (text: string) => string) => {
      setOwn(null);
      void editor.saver.flush(point.id);
      const isWrong = name === 'title' ? standing.trim() === '' : minutesIn(standing) === undefined;
      if (standing.trim() !== before.trim() && !isWrong)
        editor.toldTyped(point.id, name, before, told(standing));
    },
  };
}

interface TitleProps extends FieldProps {
  readonly faultId: string | undefined;
  /** Enter was pressed in it. */
  readonly onEnter: () => void;
  /** Backspace was pressed in it while nothing stood there. */
  readonly onEmptied: () => void;
  /** Several lines were pasted into it. */
  readonly onSeveral: (titles: readonly string[], together: string) => void;
}

export function TitleField({ faultId, onEnter, onEmptied, onSeveral, ...props }: TitleProps) {
  const work = useWork();
  const { point } = props;
  const typed = useTyped('title', props);
  if (!takes(work, 'edit-point')) return <span className="row-text">{point.title}</span>;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isEmptied = event.key === 'Backspace' && typed.value === '' && takes(work, 'remove-point');
    if (event.key !== 'Enter' && !isEmptied) return;
    event.preventDefault();
    if (isEmptied) onEmptied();
    else onEnter();
  };
  const onPaste = (event: ClipboardEvent): void => {
    // Late points have a reason each, which is asked for below the agenda.
    const titles = takes(work, 'nest') ? severalIn(event) : null;
    if (!titles) return;
    const { selectionStart, selectionEnd } = event.currentTarget as HTMLTextAreaElement;
    const [before, after] = [typed.value.slice(0, selectionStart), typed.value.slice(selectionEnd)];
    onSeveral(titles, `${before}${titles.join(' ')}${after}`);
  };
  return (
    <textarea
      rows={1}
      className="row-title"
      data-control="title"
      aria-label={da.agenda.titleOf(point.number)}
      aria-invalid={faultId === undefined ? undefined : true}
      aria-describedby={faultId}
      value={typed.value}
      onFocus={typed.onFocus}
      onChange={(event) => typed.onChange(event.target.value.replace(/[\r\n]+/g, ' '))}
      onBlur={() => typed.onLeave((title) => da.agenda.told.title({ ...point, title }))}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}

interface MinutesProps extends FieldProps {
  readonly faultId: string | undefined;
  /** The minutes of its sub-points together; null for a point without sub-points. */
  readonly ofSubPoints: number | null;
}

export function MinutesField({ faultId, ofSubPoints, ...props }: MinutesProps) {
  const work = useWork();
  const { point } = props;
  const typed = useTyped('minutes', props);
  if (ofSubPoints !== null)
    return <span className="row-sum">{da.agenda.sumOfSubPoints(minutesInText(ofSubPoints))}</span>;
  if (!takes(work, 'edit-point'))
    return <span className="row-sum">{point.minutes === null ? '' : minutesInText(point.minutes)}</span>;
  return (
    <span className="row-minutes">
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        data-control="minutes"
        aria-label={da.agenda.minutesOf(point.number)}
        aria-invalid={faultId === undefined ? undefined : true}
        aria-describedby={faultId}
        value={typed.value}
        onFocus={typed.onFocus}
        onChange={(event) => typed.onChange(event.target.value)}
        onBlur={() => typed.onLeave((text) => minutesTold(point, text))}
      />
      <span aria-hidden="true">{da.agenda.min}</span>
    </span>
  );
}

function minutesTold(point: AgendaEntry, text: string): string {
  const minutes = minutesIn(text);
  return minutes === null || minutes === undefined
    ? da.agenda.told.noMinutes(point)
    : da.agenda.told.minutes(point, minutesInText(minutes));
}
