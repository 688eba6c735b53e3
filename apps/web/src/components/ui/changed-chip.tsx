import { createContext, useContext } from 'react';
import type { AgendaChangesView } from '../../../../../libs/contracts/sending.js';
import { da } from '../../texts/da.js';
import { Chip } from './chip.js';

type Kinds = AgendaChangesView['points'][number]['kinds'];

/** By the id of a point: what happened to it since the version that a page compares with. */
export const ChangeMarks = createContext<ReadonlyMap<string, Kinds>>(new Map());

/** Says of a point that it is new or changed, and in what. Another time alone is nobody's change: others took longer. */
export function ChangedChip({ pointId }: { readonly pointId: string }) {
  const kinds = useContext(ChangeMarks).get(pointId) ?? [];
  const text = da.changes;
  if (kinds.every((kind) => kind === 'time')) return null;
  if (kinds.includes('added')) return <Chip tone="info">{text.isNew}</Chip>;
  const inWords = kinds.map((kind) => text.kinds[kind]).join(', ');
  return (
    <span title={inWords}>
      <Chip tone="info">{text.isChanged}</Chip>
      <span className="visually-hidden">: {inWords}</span>
    </span>
  );
}
