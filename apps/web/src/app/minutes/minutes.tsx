import { Link } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';
import type { AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { MinutesView } from '../../../../../libs/contracts/minutes.js';
import type { MinutesAction } from '../../../../../libs/domain/minutes/index.js';
import { Page } from '../../components/ui/page.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { Corrections } from '../../features/minutes/components/corrections.js';
import { SaveState } from '../../features/minutes/components/save-state.js';
import { MinutesStateChip } from '../../features/minutes/components/state-chip.js';
import { StepButtons } from '../../features/minutes/components/step-buttons.js';
import { pointsOf } from '../../features/minutes/points.js';
import { useDecisionSaves } from '../../features/minutes/use-decision-saves.js';
import { momentInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { useSession } from '../session/session.js';
import { CloseMeeting } from './close-meeting.js';
import { MinutesPoints } from './minutes-points.js';
import { MinutesStatus } from './minutes-status.js';
import { PartTabs } from './part-tabs.js';
import { useSaved } from './use-saved.js';

const StepPanel = lazy(() => import('../../features/minutes/components/step-panel.js'));

interface MinutesProps {
  readonly meeting: MeetingView;
  readonly minutes: MinutesView;
  readonly agenda: AgendaPointsView;
  readonly part: 'main' | 'closed';
  readonly head: { readonly title: string; readonly breadcrumb: ReactNode };
}

/** The minutes of a meeting: written by its secretariat until they are approved, read by the others. */
export function Minutes({ meeting, minutes, agenda, part, head }: MinutesProps) {
  const { person, viewAs } = useSession();
  const saves = useDecisionSaves(minutes, useSaved(minutes.meetingId));
  const [asked, setAsked] = useState<MinutesAction | null>(null);
  const points = pointsOf(minutes, agenda);
  const hasParts = points.some((point) => point.part === 'closed');
  const action = asked !== null && minutes.actions.includes(asked) ? asked : null;
  return (
    <Page
      {...head}
      context={da.meetings.title}
      status={
        <>
          <MinutesStateChip state={minutes.state} />
          {minutes.approvedAt === null ? null : (
            <span className="meta">{da.minutes.approvedAt(momentInText(minutes.approvedAt))}</span>
          )}
          <SaveState saves={saves} />
        </>
      }
      actions={
        <>
          <StepButtons minutes={minutes} onBegin={setAsked} />
          <CloseMeeting minutes={minutes} meeting={meeting} />
          <Link
            className="button button-secondary"
            to="/print/meetings/$meetingId/minutes"
            params={{ meetingId: meeting.id }}
          >
            {da.common.print}
          </Link>
        </>
      }
    >
      <MeetingTabs meeting={meeting} />
      {action === null ? null : (
        <Suspense>
          <StepPanel
            key={action}
            {...{ minutes, action }}
            saveAll={async () => {
              await saves.autosave.flush();
              return saves.autosave.unsaved.get().size === 0;
            }}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
      <MinutesStatus minutes={minutes} meeting={meeting} points={points} />
      {hasParts ? <PartTabs meetingId={meeting.id} part={part} /> : null}
      <MinutesPoints
        {...{ meeting, minutes, saves }}
        frozen={viewAs !== null}
        points={hasParts ? points.filter((point) => point.part === part) : points}
      />
      <Corrections minutes={minutes} points={points} by={person.name} />
    </Page>
  );
}
