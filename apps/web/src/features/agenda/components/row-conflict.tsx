import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { ConflictPanel } from '../../../components/ui/conflict-panel.js';
import { da } from '../../../texts/da.js';
import { useWork } from '../work.js';

/** Somebody else has changed the same field of this point: both texts, and the choice. */
export function RowConflict({ point }: { readonly point: AgendaEntry }) {
  const { editor, unsaved } = useWork();
  const mine = unsaved.get(point.id);
  if (mine?.state !== 'conflict' || mine.theirs === null) return null;
  const theirs = mine.theirs.fields;
  return (
    <ConflictPanel
      labels={da.agenda.conflictLabels}
      mine={{ ...theirs, ...mine.typed }}
      theirs={{ ...theirs }}
      onMine={() => void editor.saver.keepMine(point.id)}
      onTheirs={() => void editor.saver.takeTheirs(point.id)}
    />
  );
}
