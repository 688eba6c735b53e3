import { memo } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { ChangedChip } from '../../../components/ui/changed-chip.js';
import { Chip } from '../../../components/ui/chip.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { counted, timesInTable } from '../../../lib/formats.js';
import { useStore, useStoreAt } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import { placeFor } from '../places.js';
import { rowFault } from '../row-fields.js';
import { useRowDrag } from '../use-row-drag.js';
import { useSeveral } from '../use-several.js';
import { takes, useOthersAt, useUnsaved, useWork } from '../work.js';
import type { AgendaWork, Control } from '../work.js';
import { ClosingPanel, Consequence, Lock } from './closing.js';
import { MoreMenu } from './more-menu.js';
import { MoveMenu } from './move-menu.js';
import { NEW_POINT } from './new-point.js';
import { RowConflict } from './row-conflict.js';
import { MinutesField, TitleField } from './row-fields.js';

interface RowProps {
  readonly point: AgendaEntry;
  /** The point as the api has it, without what was typed into it. */
  readonly saved: AgendaEntry;
  /** The minutes of its sub-points together; null for a point without sub-points. */
  readonly ofSubPoints: number | null;
  /** The point that it stands under is closed. */
  readonly isClosedByParent: boolean;
}

/** One point. It is drawn again when something in it has changed, whatever happened to the others: agendas are long. */
export const AgendaRow = memo(
  Row,
  (before, after) =>
    alike(before.point, after.point) &&
    alike(before.saved, after.saved) &&
    before.ofSubPoints === after.ofSubPoints &&
    before.isClosedByParent === after.isClosedByParent,
);

/** Every answer of the api and every look at the times makes new points of the same fields. */
function alike(before: AgendaEntry, after: AgendaEntry): boolean {
  const names = Object.keys({ ...before, ...after }) as (keyof AgendaEntry)[];
  return names.every((name) => Object.is(before[name], after[name]));
}

/** What it takes to move a point, its time, title and minutes, and what is to be said about it. */
function Row({ point, saved, ofSubPoints, isClosedByParent }: RowProps) {
  const work = useWork();
  const drag = useRowDrag(point.id, work);
  const { id, parentId, number, withdrawn } = point;
  const isClosed = point.effectiveVisibility === 'closed';
  const fault = useFault(id);
  const several = useSeveral(saved);
  const faultId = fault === null ? undefined : `fault-${id}`;
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
              {...{ point, saved, faultId }}
              onEnter={() => goOn(point, work)}
              onEmptied={() => removeEmptied(saved, work)}
              onSeveral={several.offer}
            />
            <MinutesField {...{ point, saved, faultId, ofSubPoints }} />
            <Lock point={point} />
            <MoreMenu point={point} />
          </div>
          <RowNotes {...{ point, fault, faultId, isClosedByParent }}>{several.panel}</RowNotes>
        </>,
      )}
    </li>
  );
}

interface RowNotesProps extends Pick<RowProps, 'point' | 'isClosedByParent'> {
  readonly fault: string | null;
  readonly faultId: string | undefined;
  readonly children: ReactNode;
}

/** What is to be said about a point, below its line. */
function RowNotes({ point, fault, faultId, isClosedByParent, children }: RowNotesProps) {
  const isAsked = useStoreAt(useWork().askedWhyClosed, (id) => id === point.id);
  return (
    <div className="row-notes">
      <RowChips point={point} />
      <Consequence point={point} isClosedByParent={isClosedByParent} />
      {fault === null ? null : (
        <p id={faultId} className="fault">
          {fault}
        </p>
      )}
      {children}
      <RowConflict point={point} />
      {isAsked ? <ClosingPanel point={point} /> : null}
      <RowFailure id={point.id} />
    </div>
  );
}

/** A row whose title was deleted to the last letter, and once more: the point goes, and comes back by Fortryd as it was. */
function removeEmptied(saved: AgendaEntry, work: AgendaWork): void {
  const { above, below } = besidesOf(saved.id, work);
  const beside = above ?? below;
  if (beside) work.focus(beside.id, 'title');
  void work.editor.remove(saved.id, da.agenda.told.removed(saved));
}

/** From the title of a row to the next, and from the last to where a new point is written. */
function goOn(point: AgendaEntry, work: AgendaWork): void {
  const { below } = besidesOf(point.id, work);
  if (below) work.focus(below.id, 'title');
  else document.getElementById(NEW_POINT)?.focus();
}

/** The rows above and below a point, in the list that it stands in. */
function besidesOf(
  id: string,
  work: AgendaWork,
): { readonly above: AgendaEntry | undefined; readonly below: AgendaEntry | undefined } {
  const points = work.points();
  const part = points.find((point) => point.id === id)?.part;
  const rows = points.filter((point) => point.part === part);
  const at = rows.findIndex((point) => point.id === id);
  return { above: rows[at - 1], below: rows[at + 1] };
}

function timeOf({ from, to, withdrawn, minutes, type }: AgendaEntry): string {
  if (withdrawn || type === 'written-information') return '';
  if (from !== null && to !== null) return timesInTable(from, to);
  return minutes === null ? da.meetings.meeting.noTime : '';
}

/** Alt+Shift with an arrow moves the point from any of its controls; the same control has the focus afterwards. */
function onMoveKeys(event: KeyboardEvent, point: AgendaEntry, work: AgendaWork): void {
  if (!event.altKey || !event.shiftKey || event.getModifierState('AltGraph')) return;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  event.preventDefault();
  if (!takes(work, 'reorder')) return;
  const control = (event.target as HTMLElement).closest<HTMLElement>('[data-control]')?.dataset.control;
  const place = placeFor(work.points(), point.id, event.key === 'ArrowUp' ? 'up' : 'down');
  work.move(point.id, place, (control ?? 'move') as Control);
}

/** What is wrong with what stands in the row, while it is not saved for that reason. */
function useFault(id: string): string | null {
  const unsaved = useUnsaved(id);
  return unsaved?.state === 'refused' ? rowFault(unsaved.typed) : null;
}

function RowChips({ point }: { readonly point: AgendaEntry }) {
  const { type, attachments, late, withdrawn, indstillingId, effectiveVisibility } = point;
  const others = useOthersAt(point.id);
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
  const failure = useStore(useWork().editor.failure);
  const typed = useUnsaved(id);
  const refused = typed?.state === 'refused' && rowFault(typed.typed) === null ? typed.error : null;
  return <Refusal error={failure?.pointId === id ? failure.error : refused} />;
}
