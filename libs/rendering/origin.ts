import type { DocumentOrigin } from '../domain/document/index.js';

/** How the properties of a file are named that say where it comes from: what is written is what is read. */
export const ORIGIN_PROPERTIES: readonly (readonly [string, keyof DocumentOrigin])[] = [
  ['DagsordenKind', 'kind'],
  ['DagsordenSubject', 'subjectId'],
  ['DagsordenMark', 'mark'],
];

const BOOKMARK = /^p_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;

/** The name of the bookmark at the heading of a point, within the 40 characters that names may have. */
export function pointBookmark(pointId: string): string {
  return `p_${pointId.replaceAll('-', '')}`.slice(0, 40);
}

/** The id of the point that a bookmark names; null where it is one of another kind. */
export function pointOfBookmark(name: string): string | null {
  const parts = BOOKMARK.exec(name)?.slice(1);
  return parts ? parts.join('-').toLowerCase() : null;
}

/** The character style that marks the names of fields: word processors keep it, and know it by its name. */
export const FIELD_NAME_STYLE = { id: 'Feltmaerke', name: 'Feltmærke' } as const;
