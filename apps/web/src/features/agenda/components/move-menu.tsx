import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { Menu } from '../../../components/ui/menu.js';
import type { MenuChoice } from '../../../components/ui/menu.js';
import { da } from '../../../texts/da.js';
import { fits, placeFor } from '../places.js';
import type { Move } from '../places.js';
import { takes, useWork } from '../work.js';
import type { AgendaWork } from '../work.js';

const words = da.agenda.moves;

/** Every way to move a point, by mouse, finger or keys, without dragging. */
export function MoveMenu({ point }: { readonly point: AgendaEntry }) {
  const work = useWork();
  return (
    <Menu label={da.agenda.moveOf(point)} control="move" choices={() => choicesOf(point, work)}>
      <span aria-hidden="true">↕</span>
      <span className="menu-word">{da.agenda.move}</span>
    </Menu>
  );
}

function choicesOf(point: AgendaEntry, work: AgendaWork): (MenuChoice | null)[] {
  const points = work.points();
  const ordered = takes(work, 'reorder');
  const nests = takes(work, 'nest');
  const way = (key: 'up' | 'down' | 'top' | 'bottom' | 'nest' | 'unnest', may: boolean): MenuChoice => {
    const place = may ? placeFor(points, point.id, key) : null;
    return {
      ...{ key, text: words[key], off: place === null },
      onChoose: () => work.move(point.id, place, 'move'),
    };
  };
  const after = points.filter((goal) => goal.id !== point.id && goal.part === point.part);
  return [
    ...(['up', 'down', 'top', 'bottom'] as const).map((key) => way(key, ordered)),
    {
      ...{ key: 'after', text: words.after, off: !ordered || after.length === 0 },
      more: after.map((goal) => afterChoice(point, goal, work)),
    },
    null,
    way(point.parentId === null ? 'nest' : 'unnest', nests),
    null,
    {
      ...{ key: 'toMeeting', text: `${words.toMeeting} …`, off: !takes(work, 'move-to-meeting') },
      onChoose: () => work.chooseMeeting(point.id),
    },
  ];
}

function afterChoice(point: AgendaEntry, goal: AgendaEntry, work: AgendaWork): MenuChoice {
  const move: Move = { after: goal.id };
  const place = placeFor(work.points(), point.id, move);
  return {
    key: goal.id,
    text: goal.number === null ? goal.title : `${goal.number}. ${goal.title}`,
    off: place === null || !fits(work.points(), point.id, place),
    onChoose: () => work.move(point.id, place, 'move'),
  };
}
