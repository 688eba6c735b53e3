import type { ReactNode } from 'react';
import { Button } from '../../../components/ui/button.js';
import { da } from '../../../texts/da.js';
import { panel } from '../../../texts/agenda-panel.js';
import { useCardDrag } from '../cards.js';
import type { Card } from '../cards.js';

interface AgendaCardProps {
  readonly title: string;
  readonly card: Card;
  readonly children?: ReactNode;
}

/** Something that can be laid on the agenda: by its button, or by being dropped on a row. */
export function AgendaCard({ title, card, children }: AgendaCardProps) {
  const { element, mayDrag } = useCardDrag(card);
  return (
    <li ref={element} className={mayDrag ? 'card-row is-draggable' : 'card-row'}>
      <div>
        <p className="card-title">{title}</p>
        {children}
      </div>
      <Button
        aria-label={panel.placeOf(title)}
        refusal={mayDrag ? null : da.problems.unknown}
        onClick={() => card.place(null)}
      >
        {panel.place}
      </Button>
    </li>
  );
}
