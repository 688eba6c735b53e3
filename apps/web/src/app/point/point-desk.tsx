import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AgendaPointView, AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { OtherTab } from '../../components/ui/other-tab.js';
import { SaveStatus } from '../../components/ui/save-status.js';
import { timeOf } from '../../features/meetings/components/agenda.js';
import { bodiesQuery, peopleQuery } from '../../features/organisation/api/lists.js';
import { pointQuery } from '../../features/point/api/point.js';
import { Guests } from '../../features/point/components/guests.js';
import { UnsavedPoint } from '../../features/point/components/unsaved-point.js';
import { usePointSaves } from '../../features/point/use-point-saves.js';
import { timesInText } from '../../lib/formats.js';
import { useStore } from '../../lib/store.js';
import { useTabLock } from '../../lib/use-tab-lock.js';
import { da } from '../../texts/da.js';
import { PointForm } from './point-form.js';

interface PointDeskProps {
  readonly meeting: MeetingView;
  readonly agenda: AgendaPointsView;
  readonly pointId: string;
  /** The page around it, which has its status at the top. */
  readonly around: (parts: { readonly status: ReactNode; readonly children: ReactNode }) => ReactNode;
}

/** A point for those who make the agenda: every field saves itself. */
export default function PointDesk(props: PointDeskProps) {
  const point = useQuery(pointQuery(props.pointId));
  const tab = useTabLock(`point.${props.pointId}`);
  if (!tab.isMine)
    return props.around({
      status: null,
      children: <OtherTab onTakeOver={tab.takeOver} />,
    });
  if (point.data === undefined)
    return props.around({
      status: null,
      children: (
        <Loaded what={da.attachments.point.one} query={point}>
          {() => null}
        </Loaded>
      ),
    });
  return <Writing {...props} point={point.data} />;
}

function Writing({ meeting, agenda, point, around }: PointDeskProps & { readonly point: AgendaPointView }) {
  const saves = usePointSaves(point);
  const lastSaved = useStore(saves.autosave.lastSaved);
  const restored = useStore(saves.autosave.restored);
  const bodies = useQuery(bodiesQuery);
  const people = useQuery(peopleQuery);
  const body = bodies.data?.find(({ id }) => id === meeting.bodyId);
  const under = agenda.points.filter(({ parentId, withdrawn }) => parentId === point.id && !withdrawn);
  // The agenda tells when the point is; what it asks for may be newer.
  const placed = agenda.points.find(({ id }) => id === point.id) ?? point;
  return around({
    status: (
      <SaveStatus
        unsaved={saves.unsaved === undefined ? [] : [saves.unsaved]}
        {...{ restored, lastSaved }}
        words={da.point.save}
      />
    ),
    children: (
      <>
        <PointForm
          {...{ point, meeting, saves }}
          guests={
            <Guests
              pointId={point.id}
              when={placed.from === null || placed.withdrawn ? null : timesInText(placed.from, placed.to)}
              people={people.data ?? []}
            />
          }
          notice={<UnsavedPoint id={point.id} saves={saves} />}
          time={timeOf(placed, under.length > 0)}
          ofSubPoints={
            under.length === 0 ? null : under.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
          }
          separate={body?.settings.numbering !== 'one-series'}
        />
      </>
    ),
  });
}
