import { Button } from '../../components/ui/button.js';
import { Dialog } from '../../components/ui/dialog.js';
import { preferences } from '../../lib/preferences.js';
import { useStore } from '../../lib/store.js';
import { da } from '../../texts/da.js';

const { rows } = da.help;
const EVERYWHERE = [rows.help, rows.undo, rows.landmarks, rows.points];
const IN_FOLLOW_UPS = [
  ...[rows.arrows, rows.ends, rows.select, rows.status, rows.responsible],
  ...[rows.due, rows.note, rows.open],
];

export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts } = useStore(preferences);
  return (
    <Dialog title={da.help.title} onClose={onClose}>
      <Keys caption={da.help.everywhere} keys={EVERYWHERE} />
      <Keys caption={da.help.inFollowUps} keys={IN_FOLLOW_UPS} />
      {shortcuts ? null : <p>{da.help.off}</p>}
      <div className="dialog-actions">
        <Button onClick={onClose}>{da.common.close}</Button>
      </div>
    </Dialog>
  );
}

interface KeysProps {
  readonly caption: string;
  readonly keys: readonly (readonly [string, string])[];
}

function Keys({ caption, keys }: KeysProps) {
  return (
    <table className="keys">
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{da.help.keys}</th>
          <th scope="col">{da.help.does}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(([key, does]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
