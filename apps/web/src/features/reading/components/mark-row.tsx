import type { HighlightView } from '../../../../../../libs/contracts/reading.js';
import { Button } from '../../../components/ui/button.js';
import { Chip } from '../../../components/ui/chip.js';
import { TextArea } from '../../../components/ui/field.js';
import { useKept } from '../../../lib/autosave/use-kept.js';
import { quoted } from '../../../texts/quoted.js';
import { reading } from '../../../texts/reading.js';

const text = reading.marks;

interface MarkRowProps {
  readonly mark: HighlightView;
  /** The text has changed so that its words stand nowhere any more. */
  readonly isLost: boolean;
  /** Its note is being written. */
  readonly isNoted: boolean;
  readonly onGo: () => void;
  readonly onNote: (isOpen: boolean) => void;
  readonly onSay: (note: string) => void;
  readonly onRemove: () => void;
}

/** One passage that is marked, the note to it, and the way there. */
export function MarkRow({ mark, isLost, isNoted, onGo, onNote, onSay, onRemove }: MarkRowProps) {
  const short = shortened(mark.quote);
  return (
    <li className={isLost ? 'mark is-lost' : 'mark'}>
      <blockquote>{quoted(mark.quote)}</blockquote>
      {isLost ? <Chip tone="warn">{text.lost}</Chip> : null}
      {isNoted ? (
        <MarkNote mark={mark} onSay={onSay} onDone={() => onNote(false)} />
      ) : mark.note === null ? null : (
        <p className="mark-note">{mark.note}</p>
      )}
      <div className="mark-acts">
        {isLost ? null : (
          <Button look="quiet" aria-label={text.goTo(short)} onClick={onGo}>
            {text.go}
          </Button>
        )}
        {isNoted ? null : (
          <Button look="quiet" aria-label={text.noteTo(short)} onClick={() => onNote(true)}>
            {text.note}
          </Button>
        )}
        <Button look="quiet" aria-label={text.removeOf(short)} onClick={onRemove}>
          {text.remove}
        </Button>
      </div>
    </li>
  );
}

/** The beginning of a passage, to tell it from others by ear. */
function shortened(quote: string): string {
  const words = quote.trim().split(/\s+/);
  return words.length <= 6 ? words.join(' ') : `${words.slice(0, 6).join(' ')} …`;
}

interface MarkNoteProps {
  readonly mark: HighlightView;
  readonly onSay: (note: string) => void;
  readonly onDone: () => void;
}

/** The note to a passage: kept on the device while it is typed, saved when its field is left. */
function MarkNote({ mark, onSay, onDone }: MarkNoteProps) {
  const { fields, type, letGo } = useKept('highlight', mark.id, { note: mark.note ?? '' });
  const save = (): void => {
    if (fields.note !== (mark.note ?? '')) onSay(fields.note);
    letGo(fields);
  };
  return (
    <>
      <TextArea
        name={`mark-${mark.id}`}
        label={text.noteLabel}
        rows={2}
        maxLength={4000}
        autoFocus
        value={fields.note}
        onChange={({ target }) => type({ note: target.value })}
        onBlur={save}
      />
      <Button
        onClick={() => {
          save();
          onDone();
        }}
      >
        {text.done}
      </Button>
    </>
  );
}
