import type { AgendaVersionListView } from '../../../../../../libs/contracts/sending.js';
import { Filter } from '../../../components/ui/filter-bar.js';
import { momentInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import type { VersionName } from '../versions.js';

interface ChooseVersionsProps {
  readonly sent: AgendaVersionListView['items'];
  readonly names: readonly VersionName[];
  readonly from: number;
  readonly to: VersionName;
  readonly onChoose: (two: { readonly from: string; readonly to: string }) => void;
}

/** Any two versions of an agenda, the later of which may be the one being drafted. */
export function ChooseVersions({ sent, names, from, to, onChoose }: ChooseVersionsProps) {
  const text = da.changes;
  const choices = names.map((name) => {
    const version = sent.find(({ number }) => number === name);
    const words =
      version === undefined ? text.draft : text.version(version.number, momentInText(version.sentAt));
    return { value: String(name), text: words };
  });
  return (
    <div className="filters" role="group" aria-label={text.choose}>
      <Filter
        label={text.from}
        value={String(from)}
        choices={choices.filter(({ value }) => value !== 'draft')}
        onChoose={(value) => onChoose({ from: value, to: String(to) })}
      />
      <Filter
        label={text.to}
        value={String(to)}
        choices={choices}
        onChoose={(value) => onChoose({ from: String(from), to: value })}
      />
    </div>
  );
}
