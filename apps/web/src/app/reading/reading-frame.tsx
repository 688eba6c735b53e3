import { Suspense, lazy, useState } from 'react';
import type { AgendaPointView, AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { ChangeMarks } from '../../components/ui/changed-chip.js';
import { useChangeMarks } from '../../features/changes/use-change-marks.js';
import { createStore, useStore } from '../../lib/store.js';
import { useIsWide } from '../../lib/use-is-wide.js';
import { Neighbours } from './neighbours.js';
import { inReadingOrder } from './order.js';
import { PointArticle } from './point-article.js';
import { PointList } from './point-list.js';
import { ReadingBar } from './reading-bar.js';
import { Strips } from './strips.js';
import { useRememberedPlace } from './use-own-reading.js';
import { useNextPoint } from './use-read-point.js';
import '../../styles/reading.css';
import '../../styles/reading-list.css';
import '../../styles/reading-point.css';
import '../../styles/reading-notes.css';

/** Fetched when it is opened: the list stands beside the text on a large screen. */
const PointSheet = lazy(() => import('./point-sheet.js'));

/** Whether the list beside the text was put away; so it stays while one reads on. */
const listIsHidden = createStore(false);

interface ReadingFrameProps {
  readonly meeting: MeetingView;
  readonly agenda: AgendaPointsView;
  readonly point: AgendaPointView;
}

/** What stands around the point that is read, and stays while one goes from point to point. */
export function ReadingFrame({ meeting, agenda, point }: ReadingFrameProps) {
  const marks = useChangeMarks(meeting, agenda);
  const isWide = useIsWide();
  const isHidden = useStore(listIsHidden);
  const [sheetIsOpen, setSheetIsOpen] = useState(false);
  const inOrder = inReadingOrder(agenda);
  useNextPoint(inOrder[inOrder.indexOf(point) + 1]);
  useRememberedPlace(meeting.id, point.id);
  const listIsOpen = isWide ? !isHidden : sheetIsOpen;
  return (
    <ChangeMarks value={marks}>
      <div className={isWide && listIsOpen ? 'reading has-list' : 'reading'}>
        <ReadingBar
          meeting={meeting}
          listIsOpen={listIsOpen}
          onList={() => (isWide ? listIsHidden.set(!isHidden) : setSheetIsOpen(!sheetIsOpen))}
        />
        <Strips meeting={meeting} />
        <div className="reading-columns">
          {isWide && listIsOpen ? <PointList agenda={agenda} /> : null}
          <PointArticle key={point.id} {...{ meeting, agenda, point }} />
        </div>
        <div className="reading-foot">
          <div id="reading-foot" />
          <Neighbours agenda={agenda} point={point} />
        </div>
      </div>
      {sheetIsOpen && !isWide ? (
        <Suspense>
          <PointSheet agenda={agenda} onClose={() => setSheetIsOpen(false)} />
        </Suspense>
      ) : null}
    </ChangeMarks>
  );
}
