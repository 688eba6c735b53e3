import { useNavigate } from '@tanstack/react-router';
import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { Menu } from '../../../components/ui/menu.js';
import type { MenuChoice } from '../../../components/ui/menu.js';
import { da } from '../../../texts/da.js';
import { takes, useWork } from '../work.js';
import type { AgendaWork } from '../work.js';
import { toggleClosed } from './closing.js';

const { acts, told } = da.agenda;

/** What else can be done with a point. */
export function MoreMenu({ point }: { readonly point: AgendaEntry }) {
  const work = useWork();
  const navigate = useNavigate();
  const { meetingId } = work.editor;
  const open: MenuChoice = {
    ...{ key: 'open', text: acts.open },
    onChoose: () =>
      void navigate({
        to: '/meetings/$meetingId/points/$pointId',
        params: { meetingId, pointId: point.id },
      }),
  };
  return (
    <Menu
      label={da.agenda.moreOf(point)}
      control="more"
      choices={() => [
        {
          ...{ key: 'attach', text: acts.attach, off: !takes(work, 'edit-point') },
          onChoose: () => work.attach(point.id),
        },
        open,
        types(point, work),
        closing(point, work),
        null,
        duplicate(point, work),
        postpone(point, work),
        null,
        ...leaving(point, work),
      ]}
    >
      <span aria-hidden="true">⋯</span>
    </Menu>
  );
}

function types({ id, type, ...point }: AgendaEntry, work: AgendaWork): MenuChoice {
  return {
    ...{ key: 'type', text: acts.type, off: !takes(work, 'edit-point') },
    more: POINT_TYPES.map((key) => ({
      ...{ key, text: da.meetings.pointType[key], off: key === type },
      onChoose: () => void work.editor.change(id, { type: key }, told.type(point)),
    })),
  };
}

const POINT_TYPES = ['decision', 'discussion', 'information', 'written-information', 'standing'] as const;

function closing(point: AgendaEntry, work: AgendaWork): MenuChoice {
  return {
    key: 'closing',
    text: point.visibility === 'closed' ? acts.reopen : acts.close,
    off: !takes(work, 'change-visibility'),
    onChoose: () => toggleClosed(point, work),
  };
}

/** A point like it below it: its texts, minutes and openness, not its indstilling and bilag. */
function duplicate(point: AgendaEntry, { editor, focus, ...work }: AgendaWork): MenuChoice {
  const { title, type, purpose, method, responsible, attending, minutes, visibility } = point;
  const { closedReason, publicTitle, publicDecision, parentId, position } = point;
  const fields = { title, type, purpose, method, responsible, attending, minutes, visibility };
  return {
    ...{ key: 'duplicate', text: acts.duplicate, off: !takes(work, 'nest') },
    onChoose: () =>
      void editor
        .add(
          { ...fields, closedReason, publicTitle, publicDecision, parentId, position: position + 1 },
          (made) => told.added(made),
        )
        .then((id) => id !== null && focus(id, 'title')),
  };
}

function postpone({ id }: AgendaEntry, work: AgendaWork): MenuChoice {
  return {
    ...{ key: 'postpone', text: acts.postpone, off: !takes(work, 'move-to-meeting') },
    onChoose: () => work.postpone(id),
  };
}

/** Leaving the agenda, and coming back to it: without a trace only where nobody was sent it. */
function leaving(point: AgendaEntry, work: AgendaWork): MenuChoice[] {
  const { editor } = work;
  if (point.withdrawn)
    return [
      {
        ...{ key: 'reinstate', text: acts.reinstate, off: !takes(work, 'withdraw-point') },
        onChoose: () => void editor.reinstate(point.id, told.reinstated(point)),
      },
    ];
  return [
    {
      ...{ key: 'withdraw', text: acts.withdraw, off: !takes(work, 'withdraw-point') },
      onChoose: () => void editor.withdraw(point.id, told.withdrawn(point)),
    },
    {
      ...{ key: 'remove', text: acts.remove, off: !takes(work, 'remove-point') },
      onChoose: () => void editor.remove(point.id, told.removed(point)),
    },
  ];
}
