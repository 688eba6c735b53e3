import { queryOptions } from '@tanstack/react-query';
import type {
  SavedViewOfPage,
  SavedViewsOfPage,
  ViewPage,
} from '../../../../../../libs/contracts/saved-views.js';
import { api } from '../../../lib/api/client.js';

/** One's own sets of filters of a page. */
export function savedViewsQuery(page: ViewPage) {
  return queryOptions({
    queryKey: ['saved-views', page],
    queryFn: async ({ signal }) => (await api.get<SavedViewsOfPage>('saved-views', { page }, signal)).items,
  });
}

export function keepView(view: Pick<SavedViewOfPage, 'page' | 'name' | 'search'>): Promise<SavedViewOfPage> {
  return api.post<SavedViewOfPage>('saved-views', { body: view });
}

type Versioned = Pick<SavedViewOfPage, 'id' | 'version'>;

export function renameView({ id, version }: Versioned, name: string): Promise<SavedViewOfPage> {
  return api.patch<SavedViewOfPage>(`saved-views/${id}`, { version, body: { name } });
}

export function removeView({ id, version }: Versioned): Promise<null> {
  return api.remove(`saved-views/${id}`, { version });
}
