import type { OwnNoteView, OwnReadingView, PointMarkView } from '../../../../../libs/contracts/reading.js';

/** What one keeps with a note as it stands now. */
export function withNote(own: OwnReadingView, note: OwnNoteView): OwnReadingView {
  const others = own.notes.filter(({ pointId }) => pointId !== note.pointId);
  return { ...own, notes: note.text === '' ? others : [...others, note] };
}

/** What one keeps with the mark of a point as it stands now. */
export function withMark(own: OwnReadingView, { pointId, mark }: PointMarkView): OwnReadingView {
  const others = own.marks.filter((each) => each.pointId !== pointId);
  return { ...own, marks: mark === null ? others : [...others, mark] };
}

/** Whether a point was read as it stands today. */
export function isRead(own: OwnReadingView | undefined, pointId: string): boolean {
  return own?.marks.some((mark) => mark.pointId === pointId && !mark.changed) ?? false;
}
