import type { OwnNoteView } from '../../../../../../libs/contracts/reading.js';
import { Button } from '../../../components/ui/button.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { SaveStatus } from '../../../components/ui/save-status.js';
import { sentenceOf } from '../../../lib/api/problem.js';
import type { Autosave } from '../../../lib/autosave/autosave.js';
import { useAsTyped } from '../../../lib/autosave/use-as-typed.js';
import { useStore } from '../../../lib/store.js';
import { reading } from '../../../texts/reading.js';
import { OWN_NOTE } from '../own-note-field.js';
import { useNoteSaves } from '../use-note-saves.js';
import type { NoteFields } from '../use-note-saves.js';

const text = reading.note;
/** The most that a note may say, in characters; the api holds it to that. */
const MOST = 20_000;

interface OwnNoteProps {
  readonly meetingId: string;
  readonly pointId: string;
  /** Undefined where nothing is written. */
  readonly note: OwnNoteView | undefined;
}

/** What somebody writes to a point for themself: a plain field that saves itself. */
export function OwnNote({ meetingId, pointId, note }: OwnNoteProps) {
  const autosave = useNoteSaves(meetingId, pointId);
  const unsaved = useStore(autosave.unsaved).get(pointId);
  const now = { fields: { text: note?.text ?? '' }, version: note?.version ?? 0 };
  const typed = useAsTyped(unsaved?.typed.text ?? now.fields.text, isSameText);
  return (
    <section className="own-note" aria-labelledby="own-note-title">
      <div className="own-note-head">
        <h2 id="own-note-title">{text.title}</h2>
        <SaveStatus
          unsaved={unsaved === undefined ? [] : [unsaved]}
          restored={useStore(autosave.restored)}
          lastSaved={useStore(autosave.lastSaved)}
          words={text.save}
        />
      </div>
      <p id="own-note-hint" className="own-note-hint">
        {text.hint}
      </p>
      <textarea
        id={OWN_NOTE}
        aria-labelledby="own-note-title"
        aria-describedby="own-note-hint"
        rows={Math.min(20, Math.max(3, typed.value.split('\n').length + 1))}
        maxLength={MOST}
        value={typed.value}
        onChange={({ target }) => {
          typed.typed(target.value);
          autosave.type(pointId, now, { text: target.value });
        }}
        onBlur={() => {
          typed.left();
          void autosave.flush(pointId);
        }}
      />
      <NotSaved pointId={pointId} autosave={autosave} />
    </section>
  );
}

const isSameText = (one: string, other: string): boolean => one.trim() === other.trim();

interface NotSavedProps {
  readonly pointId: string;
  readonly autosave: Autosave<NoteFields>;
}

/** Why a note is not saved: another device was first, or it was refused. Nothing that was typed is thrown away. */
function NotSaved({ pointId, autosave }: NotSavedProps) {
  const unsaved = useStore(autosave.unsaved).get(pointId);
  if (unsaved?.state === 'conflict' && unsaved.theirs !== null)
    return (
      <Panel tone="warn" alert>
        <p>{text.conflict}</p>
        <p className="own-note-other">{unsaved.theirs.fields.text}</p>
        <div className="form-actions">
          <Button onClick={() => void autosave.keepMine(pointId)}>{text.keepMine}</Button>
          <Button onClick={() => void autosave.takeTheirs(pointId)}>{text.useTheirs}</Button>
        </div>
      </Panel>
    );
  if (unsaved?.state !== 'refused') return null;
  return (
    <Panel tone="warn" alert>
      <p>
        {text.refused} {typeof unsaved.error === 'string' ? unsaved.error : sentenceOf(unsaved.error)}
      </p>
    </Panel>
  );
}
