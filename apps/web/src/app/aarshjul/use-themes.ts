import { useQuery } from '@tanstack/react-query';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import { aarshjulOfBodiesQuery } from '../../features/aarshjul/api/aarshjul.js';
import type { Theme } from '../../features/aarshjul/year.js';
import { bodiesQuery } from '../../features/organisation/api/lists.js';
import { hasRole, useSession } from '../session/session.js';

/**
 * What the bodies take up every year that somebody makes the agendas of, or of one of them: some may become closed points,
 * so everybody else gets none, and asks for none.
 */
export function useThemes(bodyId: string | undefined) {
  const enabled = hasRole(useSession(), 'secretariat', 'administrator');
  const bodies = useQuery({ ...bodiesQuery, enabled });
  const kept = (bodies.data ?? []).filter(
    ({ id, abilities }) => abilities.change === true && (bodyId === undefined || id === bodyId),
  );
  const aarshjule = useQuery({
    ...aarshjulOfBodiesQuery(kept.map(({ id }) => id)),
    enabled: enabled && bodies.data !== undefined,
  });
  const query = bodies.data === undefined ? bodies : aarshjule;
  const themes = (aarshjule.data ?? []).flatMap((aarshjul): readonly Theme[] => {
    const body = kept.find(({ id }) => id === aarshjul.bodyId);
    return body === undefined ? [] : aarshjul.items.map((item) => themeOf(body, item));
  });
  return {
    /** Whose årshjul somebody keeps. */
    bodies: enabled ? kept : [],
    themes,
    /** Null for whoever gets none. */
    query: enabled ? query : null,
    isWaiting: enabled && query.isPending,
  };
}

function themeOf({ id, name }: BodyView, item: Omit<Theme, 'bodyId' | 'bodyName'>): Theme {
  return { ...item, bodyId: id, bodyName: name };
}
