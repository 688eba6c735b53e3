import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HighlightView, OwnReadingView, WriteHighlight } from '../../../../../libs/contracts/reading.js';
import { tellDone } from '../../lib/undo.js';
import { reading } from '../../texts/reading.js';
import { removeHighlight, writeHighlight } from './api/highlights.js';
import { ownReadingQuery } from './api/own-reading.js';

const text = reading.marks;

const textOf = ({ section, quote, prefix, suffix, note }: HighlightView): WriteHighlight => ({
  ...{ section, quote, prefix, suffix, note },
});

/** Makes marks, changes the notes to them and removes them; each is told with the way back. */
export function useMarking(meetingId: string, pointId: string) {
  const client = useQueryClient();
  const change = (next: (own: OwnReadingView) => OwnReadingView): void => {
    client.setQueryData(ownReadingQuery(meetingId).queryKey, (own) => own && next(own));
  };
  const put = async (id: string, mark: WriteHighlight): Promise<HighlightView> => {
    const saved = await writeHighlight(pointId, id, mark);
    change((own) => {
      const isThere = own.highlights.some((each) => each.id === id);
      const highlights = own.highlights.map((each) => (each.id === id ? saved : each));
      return { ...own, highlights: isThere ? highlights : [...highlights, saved] };
    });
    return saved;
  };
  const drop = async (id: string): Promise<void> => {
    await removeHighlight(pointId, id);
    change((own) => ({ ...own, highlights: own.highlights.filter((each) => each.id !== id) }));
  };
  const make = useMutation({
    mutationFn: (mark: Omit<WriteHighlight, 'note'>) => put(crypto.randomUUID(), { ...mark, note: null }),
    onSuccess: ({ id }) => tellDone({ text: text.made, takeBack: () => drop(id) }),
  });
  const say = useMutation({
    mutationFn: ({ mark, note }: { mark: HighlightView; note: string }) =>
      put(mark.id, { ...textOf(mark), note: note.trim() === '' ? null : note }),
  });
  const remove = useMutation({
    mutationFn: (mark: HighlightView) => drop(mark.id),
    onSuccess: (_, mark) =>
      tellDone({
        text: text.removed,
        takeBack: async () => {
          await put(mark.id, textOf(mark));
        },
      }),
  });
  return { make, say, remove };
}
