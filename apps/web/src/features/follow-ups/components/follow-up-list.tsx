import { useEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { preferences } from '../../../lib/preferences.js';
import { isTyping, plainKey } from '../../../lib/shortcuts.js';
import { useStore } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import type { Group, Names } from '../groups.js';
import { listCommand } from '../list-keys.js';
import type { FollowUpAct } from '../list-keys.js';
import { FollowUpRow } from './follow-up-row.js';

interface FollowUpListProps {
  readonly groups: readonly Group[];
  readonly names: Names;
  /** The row the keyboard stands on. */
  readonly current: string | null;
  readonly selected: ReadonlySet<string>;
  readonly opened: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onAct: (act: FollowUpAct, followUp: FollowUpView) => void;
}

/**
 * The follow-ups as a grid with one stop for Tab: arrows go from row to row, letters act on the row that has the focus.
 * The controls of that row come next in the tab order.
 */
export function FollowUpList(props: FollowUpListProps) {
  const { groups, names, current, selected, opened, onCurrent, onSelect, onAct } = props;
  const rows = groups.flatMap((group) => group.followUps);
  const standing = rows.some(({ id }) => id === current) ? current : (rows[0]?.id ?? null);
  const { table, onKeyDown } = useListKeys({ rows, standing, onCurrent, onSelect, onAct });
  return (
    <table
      ref={table}
      role="grid"
      aria-label={da.followUps.listLabel}
      aria-multiselectable="true"
      className="follow-ups"
      onKeyDown={onKeyDown}
    >
      <Head />
      {groups.map((group) => (
        <tbody key={group.title} role="rowgroup">
          <tr role="row" className={`group group-${group.tone}`}>
            <th role="columnheader" scope="rowgroup" colSpan={6} aria-colspan={6}>
              {group.title} <span className="meta">({group.followUps.length})</span>
            </th>
          </tr>
          {group.followUps.map((followUp) => (
            <FollowUpRow
              key={followUp.id}
              followUp={followUp}
              names={names}
              standing={followUp.id === standing}
              selected={selected.has(followUp.id)}
              opened={followUp.id === opened}
              onCurrent={onCurrent}
              onSelect={onSelect}
              onAct={onAct}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface ListKeys extends Pick<FollowUpListProps, 'onCurrent' | 'onSelect' | 'onAct'> {
  readonly rows: readonly FollowUpView[];
  readonly standing: string | null;
}

function useListKeys({ rows, standing, onCurrent, onSelect, onAct }: ListKeys) {
  const table = useRef<HTMLTableElement>(null);
  const { shortcuts } = useStore(preferences);
  const go = (id: string): void => {
    onCurrent(id);
    table.current?.querySelector<HTMLElement>(`[data-follow-up="${id}"]`)?.focus();
  };
  useFocusKept(rows, standing, table, go);
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = plainKey({
      ...keyOf(event),
      getModifierState: (name) => event.nativeEvent.getModifierState(name),
    });
    const isOnControl =
      event.target instanceof HTMLElement && event.target.closest('a, button, input') !== null;
    if (key === null || isTyping(event.target) || (isOnControl && (key === ' ' || key === 'Enter'))) return;
    const at = rows.findIndex(({ id }) => id === standing);
    const command = listCommand(key, at, rows.length, shortcuts);
    const followUp = rows[command?.kind === 'go' ? command.to : at];
    if (command === null || followUp === undefined) return;
    event.preventDefault();
    if (command.kind === 'select') onSelect(followUp.id);
    else if (command.kind === 'act') onAct(command.act, followUp);
    else go(followUp.id);
  };
  return { table, onKeyDown };
}

/**
 * When the row that had the focus leaves the list, the one that takes its place gets it; when it comes to another place
 * it keeps it. While a dialog has the focus the list waits, for the dialog gives it back to the row it came from.
 */
function useFocusKept(
  rows: readonly FollowUpView[],
  standing: string | null,
  table: RefObject<HTMLTableElement | null>,
  focus: (id: string) => void,
): void {
  const last = useRef<{ at: number; row: Element | null }>({ at: 0, row: null });
  useEffect(() => {
    if (document.activeElement?.closest('[role=dialog]') != null) return;
    const { at, row } = last.current;
    last.current = {
      at: rows.findIndex(({ id }) => id === standing),
      row: table.current?.querySelector(`[data-follow-up="${standing}"]`) ?? null,
    };
    const isLost = row !== null && !row.isConnected && document.activeElement === document.body;
    const stays = rows.some(({ id }) => id === row?.getAttribute('data-follow-up'));
    const next = stays ? standing : rows[Math.min(at, rows.length - 1)]?.id;
    if (isLost && next != null) focus(next);
  }, [rows, standing, table, focus]);
}

function keyOf({ key, ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, isComposing: nativeEvent.isComposing };
}

function Head() {
  const { columns } = da.followUps;
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" className="select-cell">
          <span className="visually-hidden">{da.followUps.selectColumn}</span>
        </th>
        {Object.entries(columns).map(([name, title]) => (
          <th key={name} role="columnheader" scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
