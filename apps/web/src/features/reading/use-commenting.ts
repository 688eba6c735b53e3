import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommentView, CreateComment, ShareWith } from '../../../../../libs/contracts/reading.js';
import { tellDone } from '../../lib/undo.js';
import { reading } from '../../texts/reading.js';
import { changeComment, commentsQuery, removeComment, writeComment } from './api/comments.js';

const text = reading.comments;

/** A comment as it is written anew where its removal is taken back. */
function again({ id, text: said, with: shared }: CommentView): CreateComment {
  return {
    ...{ id, text: said },
    with:
      shared.kind === 'circle'
        ? shared
        : { kind: 'people', personIds: shared.people.map(({ personId }) => personId) },
  };
}

/** Writes comments to a point, changes and removes one's own. */
export function useCommenting(pointId: string) {
  const client = useQueryClient();
  const { queryKey } = commentsQuery(pointId);
  const read = (): Promise<void> => client.invalidateQueries({ queryKey });
  const write = useMutation({
    mutationFn: async (comment: { id: string; text: string; with: ShareWith }) => {
      await writeComment(pointId, comment);
      tellDone({
        text: text.written,
        takeBack: async () => {
          await removeComment({ pointId, id: comment.id });
          await read();
        },
      });
      await read();
    },
  });
  const change = useMutation({
    mutationFn: async ({ comment, said }: { comment: CommentView; said: string }) => {
      await changeComment(comment, { text: said });
      await read();
    },
    onError: read,
  });
  const remove = useMutation({
    mutationFn: async (comment: CommentView) => {
      await removeComment(comment);
      tellDone({
        text: text.removed,
        takeBack: async () => {
          await writeComment(pointId, again(comment));
          await read();
        },
      });
      await read();
    },
    onError: read,
  });
  return { write, change, remove };
}
