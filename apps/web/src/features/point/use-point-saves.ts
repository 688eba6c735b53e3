import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import { Autosave } from '../../lib/autosave/autosave.js';
import type { Unsaved } from '../../lib/autosave/autosave.js';
import { useAutosaving } from '../../lib/autosave/use-autosaving.js';
import type { Faults } from '../../lib/form.js';
import { useStore } from '../../lib/store.js';
import { tellDone } from '../../lib/undo.js';
import { changePoint, pointQuery } from './api/point.js';
import { isPointDraft, pointFaults, pointIn, pointPatch, savedPoint } from './point-fields.js';
import type { PointField, PointFields } from './point-fields.js';

/** A point being written: what stands in its fields, whether saved or not, and how it is changed. */
export interface PointSaves {
  readonly autosave: Autosave<PointFields>;
  readonly unsaved: Unsaved<PointFields> | undefined;
  readonly fields: PointFields;
  readonly faults: Faults<PointField>;
  /** Takes what is typed; it is saved after a pause. */
  readonly type: (patch: Partial<PointFields>) => void;
  /** Saves what is chosen at once, tells of it, and takes it back when that is wanted. */
  readonly choose: (patch: Partial<PointFields>, told: string) => void;
  /** Saves what waits. */
  readonly leave: () => void;
}

/** Lets a point be written, as the api has it now; what is saved is shown to all pages that have its agenda. */
export function usePointSaves(point: AgendaPointView): PointSaves {
  const { id, late } = point;
  const autosave = usePointAutosave(id, late);
  const client = useQueryClient();
  const unsaved = useStore(autosave.unsaved).get(id);
  // After a save that is waited for: the newest, which this page has not been drawn with yet.
  const now = () => savedPoint(client.getQueryData(pointQuery(id).queryKey) ?? point);
  const fields = { ...savedPoint(point).fields, ...unsaved?.typed };
  const typeIn = async (patch: Partial<PointFields>): Promise<void> => {
    await autosave.flush(id);
    autosave.type(id, now(), patch);
    await autosave.flush(id);
  };
  return {
    ...{ autosave, unsaved, fields, faults: pointFaults(unsaved?.typed ?? {}, late) },
    type: (patch) => autosave.type(id, now(), patch),
    choose: (patch, told) => {
      const names = Object.keys(patch) as PointField[];
      const before = Object.fromEntries(names.map((name) => [name, fields[name]]));
      autosave.type(id, now(), patch);
      void autosave.flush(id).then(() => {
        // What is refused, or waits for a connection, is told of at its place.
        if (!autosave.unsaved.get().has(id)) tellDone({ text: told, takeBack: () => typeIn(before) });
      });
    },
    leave: () => void autosave.flush(id),
  };
}

function usePointAutosave(id: string, late: boolean): Autosave<PointFields> {
  const client = useQueryClient();
  const { queryKey } = pointQuery(id);
  const [autosave] = useState(() => {
    const put = (point: AgendaPointView): void => {
      client.setQueryData(queryKey, (old) => (old && old.version > point.version ? old : point));
    };
    return new Autosave<PointFields>({
      page: `point.${id}`,
      send: async (_, typed, version, leaving) => {
        const standing = client.getQueryData(queryKey) ?? { purpose: [], publicDecision: [] };
        const point = await changePoint(id, version, pointPatch(typed, standing), leaving);
        put(point);
        // Numbers and times of the other points, and what a correction would change.
        void client.invalidateQueries({ queryKey: ['meetings', 'agenda', point.meetingId] });
        void client.invalidateQueries({ queryKey: ['sendings', 'changes', point.meetingId] });
        return savedPoint(point);
      },
      readCurrent: (current) => {
        const point = pointIn(current);
        if (point) put(point);
        return point && savedPoint(point);
      },
      isDraft: isPointDraft,
      faultOf: (typed) => Object.values(pointFaults(typed, late))[0] ?? null,
    });
  });
  useAutosaving(autosave);
  return autosave;
}
