import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnNoteView } from '../../../../../libs/contracts/reading.js';
import { Autosave } from '../../lib/autosave/autosave.js';
import type { Saved } from '../../lib/autosave/autosave.js';
import type { KeptDraft } from '../../lib/autosave/drafts.js';
import { useAutosaving } from '../../lib/autosave/use-autosaving.js';
import { ownReadingQuery, writeNote } from './api/own-reading.js';
import { withNote } from './own-reading.js';

export interface NoteFields {
  readonly text: string;
}

/** A note is there a second after the last key. */
const PAUSES = { rest: 500, most: 3000 };

const savedNote = ({ text, version }: OwnNoteView): Saved<NoteFields> => ({ fields: { text }, version });

/** Lets the note to a point save itself; everything that shows notes has it at once. */
export function useNoteSaves(meetingId: string, pointId: string): Autosave<NoteFields> {
  const client = useQueryClient();
  const [autosave] = useState(() => {
    const put = (note: OwnNoteView): Saved<NoteFields> => {
      client.setQueryData(ownReadingQuery(meetingId).queryKey, (own) => own && withNote(own, note));
      return savedNote(note);
    };
    return new Autosave<NoteFields>({
      page: `note.${pointId}`,
      send: async (_, { text = '' }, version, leaving) =>
        put(await writeNote(pointId, version, text, leaving)),
      readCurrent: (current) => {
        const note = noteIn(current);
        return note && put(note);
      },
      isDraft: isNoteDraft,
      pauses: PAUSES,
    });
  });
  useAutosaving(autosave);
  return autosave;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The note as another device of the same person has written it. */
function noteIn(current: unknown): OwnNoteView | null {
  const isNote = isRecord(current) && typeof current.text === 'string' && typeof current.version === 'number';
  // The tests of the api hold its refusals to the contract.
  return isNote ? (current as unknown as OwnNoteView) : null;
}

function isNoteDraft(kept: unknown): kept is KeptDraft<NoteFields> {
  if (!isRecord(kept) || typeof kept.version !== 'number') return false;
  return isRecord(kept.typed) && isRecord(kept.base) && typeof kept.base.text === 'string';
}
