import type { KeyboardEvent, ReactNode } from 'react';
import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { ChangedChip } from '../../../components/ui/changed-chip.js';
import { Chip } from '../../../components/ui/chip.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { counted, timesInTable } from '../../../lib/formats.js';
import { useStore } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import { placeFor } from '../places.js';
import { rowFault } from '../row-fields.js';
import { useRowDrag } from '../use-row-drag.js';
import { useSeveral } from '../use-several.js';
import { takes, useWork } from '../work.js';
import type { Control } from '../work.js';
import { ClosingPanel, Consequence, Lock } from './closing.js';
import { MoreMenu } from './more-menu.js';
import { MoveMenu } from './move-menu.js';
import { RowConflict } from './row-conflict.js';
import { MinutesField, TitleField } from './row-fields.js';

interface RowProps {
  readonly point: AgendaEntry;
  readonly saved: AgendaEntry;
  readonly onEnter: () => void;
  /** The point above it, or else the one below. */
  readonly beside: AgendaEntry | undefined;
}

/** One point: what it takes to move it, its time, title and minutes, and what is to be said about it. */
export function AgendaRow({ point, saved, onEnter, beside }: RowProps) {
  const work = useWork();
  const drag = useRowDrag(point.id, work);
  const { id, parentId, number, withdrawn } = point;
  const isClosed = point.effectiveVisibility === 'closed';
  const fault = useFault(id);
  const several = useSeveral(saved);
  const faultId = fault === null ? undefined : `fault-${id}`;
  const subPoints = work.agenda.points.filter((each) => each.parentId === id && !each.withdrawn);
  const looks = [
    'row',
    isClosed ? 'is-closed' : '',
    parentId === null ? '' : 'is-sub',
    withdrawn ? 'is-off' : '',
    drag.edge === null ? '' : `drop-${drag.edge}`,
    drag.dragged ? 'is-dragged' : '',
  ];
  return (
    <li
      ref={drag.row}
      id={`row-${id}`}
      data-point={id}
      className={looks.filter((look) => look !== '').join(' ')}
      onKeyDown={(event) => onMoveKeys(event, point, work)}
      onBlur={() => work.at(null)}
    >
      {work.dress(
        point,
        <>
          <div className="row-line">
            <span ref={drag.handle} className="row-handle" aria-hidden="true">
              {takes(work, 'reorder') ? '⠿' : ''}
            </span>
            <MoveMenu point={point} />
            <span className="row-time">{timeOf(point)}</span>
            <span className="row-number">{number === null ? '' : `${number}.`}</span>
            <TitleField
              {...{ point, saved, faultId, onEnter }}
              onEmptied={() => removeEmptied(saved, beside, work)}
              onSeveral={several.offer}
            />
            <MinutesField
              point={point}
              saved={saved}
              faultId={faultId}
              ofSubPoints={subPoints.length === 0 ? null : sumOf(subPoints)}
            />
            <Lock point={point} />
            <MoreMenu point={point} />
          </div>
          <RowNotes point={point} fault={fault} faultId={faultId}>
            {several.panel}
          </RowNotes>
        </>,
      )}
    </li>
  );
}

interface RowNotesProps {
  readonly point: AgendaEntry;
  readonly fault: string | null;
  readonly faultId: string | undefined;
  readonly children: ReactNode;
}

/** What is to be said about a point, below its line. */
function RowNotes({ point, fault, faultId, children }: RowNotesProps) {
  const { askedWhyClosed } = useWork();
  return (
    <div className="row-notes">
      <RowChips point={point} />
      <Consequence point={point} />
      {fault === null ? null : (
        <p id={faultId} className="fault">
          {fault}
        </p>
      )}
      {children}
      <RowConflict point={point} />
      {askedWhyClosed === point.id ? <ClosingPanel point={point} /> : null}
      <RowFailure id={point.id} />
    </div>
  );
}

/** A row whose title was deleted to the last letter, and once more: the point goes, and comes back by Fortryd as it was. */
function removeEmptied(
  saved: AgendaEntry,
  beside: AgendaEntry | undefined,
  work: ReturnType<typeof useWork>,
) {
  if (beside) work.focus(beside.id, 'title');
  void work.editor.remove(saved.id, da.agenda.told.removed(saved));
}

const sumOf = (points: readonly AgendaEntry[]): number =>
  points.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

function timeOf({ from, to, withdrawn, minutes, type }: AgendaEntry): string {
  if (withdrawn || type === 'written-information') return '';
  if (from !== null && to !== null) return timesInTable(from, to);
  return minutes === null ? da.meetings.meeting.noTime : '';
}

/** Alt+Shift with an arrow moves the point from any of its controls; the same control has the focus afterwards. */
function onMoveKeys(event: KeyboardEvent, point: AgendaEntry, work: ReturnType<typeof useWork>): void {
  if (!event.altKey || !event.shiftKey || event.getModifierState('AltGraph')) return;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  event.preventDefault();
  if (!takes(work, 'reorder')) return;
  const control = (event.target as HTMLElement).closest<HTMLElement>('[data-control]')?.dataset.control;
  const place = placeFor(work.agenda.points, point.id, event.key === 'ArrowUp' ? 'up' : 'down');
  work.move(point.id, place, (control ?? 'move') as Control);
}

/** What is wrong with what stands in the row, while it is not saved for that reason. */
function useFault(id: string): string | null {
  const unsaved = useWork().unsaved.get(id);
  return unsaved?.state === 'refused' ? rowFault(unsaved.typed) : null;
}

function RowChips({ point }: { readonly point: AgendaEntry }) {
  const { othersAt } = useWork();
  const { type, attachments, late, withdrawn, indstillingId, effectiveVisibility } = point;
  const others = othersAt(point.id);
  return (
    <p className="chips">
      {effectiveVisibility === 'closed' ? (
        <Chip tone="closed" icon="lock">
          {da.meetings.meeting.closedPoint}
        </Chip>
      ) : null}
      <Chip tone="neutral">{da.meetings.pointType[type]}</Chip>
      {indstillingId === null ? null : <Chip tone="brand">{da.agenda.hasIndstilling}</Chip>}
      {attachments.length === 0 ? null : (
        <span className="meta">{counted(attachments.length, 'bilag', 'bilag')}</span>
      )}
      <ChangedChip pointId={point.id} />
      {late ? <Chip tone="info">{da.meetings.meeting.late}</Chip> : null}
      {withdrawn ? (
        <Chip tone="warn" icon="cross">
          {da.meetings.meeting.withdrawn}
        </Chip>
      ) : null}
      {others.map((name) => (
        <Chip key={name} tone="info" icon="person">
          {da.agenda.presence.editsThis(name)}
        </Chip>
      ))}
    </p>
  );
}

/** Why something that was done to this point was refused, or what was typed into it. */
function RowFailure({ id }: { readonly id: string }) {
  const { editor, unsaved } = useWork();
  const failure = useStore(editor.failure);
  const typed = unsaved.get(id);
  const refused = typed?.state === 'refused' && rowFault(typed.typed) === null ? typed.error : null;
  return <Refusal error={failure?.pointId === id ? failure.error : refused} />;
}
