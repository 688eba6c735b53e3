import type { AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import { Button } from '../../components/ui/button.js';
import { Sheet } from '../../components/ui/sheet.js';
import { reading as text } from '../../texts/reading.js';
import { PointList } from './point-list.js';

interface PointSheetProps {
  readonly agenda: AgendaPointsView;
  readonly onClose: () => void;
}

/** The list of points where there is no room for it beside the text. */
export default function PointSheet({ agenda, onClose }: PointSheetProps) {
  return (
    <Sheet label={text.list.label} onClose={onClose}>
      <p className="sheet-head">
        <Button look="quiet" onClick={onClose}>
          {text.list.close}
        </Button>
      </p>
      <PointList agenda={agenda} onChoose={onClose} />
    </Sheet>
  );
}
