import { queryOptions } from '@tanstack/react-query';
import type { CourseView } from '../../../../../../libs/contracts/course.js';
import { api } from '../../../lib/api/client.js';

/** What a course is asked of: `indstillinger` or `agenda-points`, and the id. */
export interface CourseOwner {
  readonly of: 'indstillinger' | 'agenda-points';
  readonly id: string;
}

/** What happened to the case of an indstilling or of a point, as far as one may read it. */
export function courseQuery({ of, id }: CourseOwner) {
  return queryOptions({
    queryKey: [of, 'course', id],
    queryFn: ({ signal }) => api.get<CourseView>(`${of}/${id}/course`, {}, signal),
  });
}
