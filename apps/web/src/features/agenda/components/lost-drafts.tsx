import { Button } from '../../../components/ui/button.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import type { Unsaved } from '../../../lib/autosave/autosave.js';
import { useStore } from '../../../lib/store.js';
import { tellDone } from '../../../lib/undo.js';
import { da } from '../../../texts/da.js';
import type { WorkingAgenda } from '../api/agenda.js';
import { rowPatch } from '../row-fields.js';
import type { RowFields } from '../row-fields.js';
import { takes, useWork } from '../work.js';

const words = da.agenda.lost;

/** What was typed into points that are not on the agenda any more, since somebody else took them off it. */
export function LostDrafts({ saved }: { readonly saved: WorkingAgenda }) {
  const unsaved = useStore(useWork().editor.saver.unsaved);
  const here = new Set(saved.points.map(({ id }) => id));
  const lost = [...unsaved].filter(
    ([id, { state }]) => !here.has(id) && (state === 'refused' || state === 'conflict'),
  );
  return lost.map(([id, draft]) => <LostDraft key={id} id={id} draft={draft} />);
}

interface LostDraftProps {
  readonly id: string;
  readonly draft: Unsaved<RowFields>;
}

function LostDraft({ id, draft }: LostDraftProps) {
  const work = useWork();
  const { editor } = work;
  const { base, typed, version } = draft;
  const { title, minutes, closedReason } = { ...base, ...typed };
  const make = async (): Promise<void> => {
    const visibility = closedReason.trim() === '' ? 'open' : 'closed';
    const fields = { ...rowPatch({ title, minutes, closedReason }), visibility };
    const made = await editor.add(fields, (point) => da.agenda.told.added(point));
    if (made === null) return;
    editor.saver.drop(id);
    work.focus(made, 'title');
  };
  const drop = (): void => {
    editor.saver.drop(id);
    tellDone({
      text: words.dropped(base.title),
      takeBack: async () => {
        editor.saver.type(id, { fields: base, version }, typed);
        await editor.saver.flush(id);
      },
    });
  };
  return (
    <Panel tone="warn" alert>
      <p>
        <strong>{words.title}.</strong> {words.text(base.title)}
      </p>
      <dl className="conflict">
        {Object.entries(typed).map(([name, text]) => (
          <div key={name}>
            <dt>{da.agenda.conflictLabels[name as keyof RowFields]}</dt>
            <dd>{text === '' ? da.common.none : text}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-actions">
        {takes(work, 'add-point') ? <Button onClick={() => void make()}>{words.make}</Button> : null}
        <Button onClick={drop}>{words.drop}</Button>
      </div>
    </Panel>
  );
}
