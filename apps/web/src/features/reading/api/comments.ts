import { queryOptions } from '@tanstack/react-query';
import type {
  ChangeComment,
  CommentView,
  CommentsView,
  CreateComment,
  PointReadersView,
} from '../../../../../../libs/contracts/reading.js';
import { api } from '../../../lib/api/client.js';

const pathOf = (pointId: string): string => `agenda-points/${pointId}/comments`;

/** The comments to a point that one wrote or that are shared with one, oldest first. */
export function commentsQuery(pointId: string) {
  return queryOptions({
    queryKey: ['reading', 'comments', pointId],
    queryFn: ({ signal }) => api.get<CommentsView>(pathOf(pointId), {}, signal),
    staleTime: 0,
  });
}

/** Whom something to a point may be shared with. */
export function readersQuery(pointId: string) {
  return queryOptions({
    queryKey: ['reading', 'readers', pointId],
    queryFn: ({ signal }) => api.get<PointReadersView>(`agenda-points/${pointId}/readers`, {}, signal),
  });
}

export function writeComment(pointId: string, comment: CreateComment): Promise<CommentView> {
  return api.post<CommentView>(pathOf(pointId), { body: comment });
}

export function changeComment(
  { pointId, id, version }: Pick<CommentView, 'pointId' | 'id' | 'version'>,
  change: ChangeComment,
): Promise<CommentView> {
  return api.patch<CommentView>(`${pathOf(pointId)}/${id}`, { version, body: change });
}

export async function removeComment({ pointId, id }: Pick<CommentView, 'pointId' | 'id'>): Promise<void> {
  await api.remove(`${pathOf(pointId)}/${id}`);
}
