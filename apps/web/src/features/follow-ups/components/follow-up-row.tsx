import { Link } from '@tanstack/react-router';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { capitalised } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { responsibleOf } from '../groups.js';
import type { Names } from '../groups.js';
import type { FollowUpAct } from '../list-keys.js';
import { Due } from './due.js';
import { StatusChip } from './status-chip.js';

interface FollowUpRowProps {
  readonly followUp: FollowUpView;
  readonly names: Names;
  /** Whether the keyboard stands here: only then are the row and its controls stops for Tab. */
  readonly standing: boolean;
  readonly selected: boolean;
  readonly opened: boolean;
  readonly onCurrent: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onAct: (act: FollowUpAct, followUp: FollowUpView) => void;
}

export function FollowUpRow(props: FollowUpRowProps) {
  const { followUp, names, standing, selected, opened, onCurrent, onSelect, onAct } = props;
  const { id, action, meetingId } = followUp;
  const tabIndex = standing ? 0 : -1;
  const from = names.meeting(meetingId);
  return (
    <tr
      role="row"
      data-follow-up={id}
      tabIndex={tabIndex}
      aria-selected={selected}
      className={opened ? 'follow-up is-open' : 'follow-up'}
      onFocus={() => onCurrent(id)}
    >
      <td role="gridcell" className="select-cell">
        <label className="select-box">
          <input
            type="checkbox"
            aria-label={da.followUps.select(capitalised(action))}
            checked={selected}
            tabIndex={tabIndex}
            onChange={() => onSelect(id)}
          />
        </label>
      </td>
      <th role="rowheader" scope="row" className="what-cell">
        <Link
          to="/follow-ups/$followUpId"
          params={{ followUpId: id }}
          search={(now) => now}
          tabIndex={tabIndex}
        >
          {capitalised(action)}
        </Link>
      </th>
      <td role="gridcell" className="who-cell">
        {responsibleOf(followUp, names) ?? <span className="meta">{da.followUps.noResponsible}</span>}
      </td>
      <td role="gridcell" className="due-cell">
        <Due followUp={followUp} />
      </td>
      <td role="gridcell" className="status-cell">
        <button
          type="button"
          className="chip-button"
          tabIndex={tabIndex}
          onClick={() => onAct('status', followUp)}
        >
          <span className="visually-hidden">{da.followUps.acts.status}: </span>
          <StatusChip followUp={followUp} />
        </button>
      </td>
      <td role="gridcell" className={from === null ? 'from-cell is-nothing' : 'from-cell'}>
        {from ?? (meetingId === null ? da.common.none : null)}
      </td>
    </tr>
  );
}
