import { Button } from '../../../components/ui/button.js';
import { ConflictPanel } from '../../../components/ui/conflict-panel.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { sentenceOf } from '../../../lib/api/problem.js';
import type { Fields } from '../../../lib/form.js';
import { da } from '../../../texts/da.js';
import type { DecisionFields } from '../outcomes.js';
import type { DecisionSaves, UnsavedDecision } from '../use-decision-saves.js';
import type { TargetOptions } from './target-choice.js';

interface UnsavedNoticeProps {
  readonly pointId: string;
  readonly unsaved: UnsavedDecision | undefined;
  readonly saves: DecisionSaves;
  readonly options: TargetOptions;
}

/** At the place of the text: why what was typed is not saved, and what can be done about it. */
export function UnsavedNotice({ pointId, unsaved, saves, options }: UnsavedNoticeProps) {
  if (unsaved === undefined) return null;
  const { autosave } = saves;
  const { state, error, theirs, restored } = unsaved;
  if (state === 'conflict' && theirs !== null) {
    const mine = { ...theirs.fields, ...unsaved.typed };
    return (
      <ConflictPanel
        labels={da.minutes.mineFields}
        mine={inWords(mine, options)}
        theirs={inWords(theirs.fields, options)}
        onMine={() => void autosave.keepMine(pointId)}
        onTheirs={() => void autosave.takeTheirs(pointId)}
      />
    );
  }
  if (state === 'refused')
    return (
      <Panel tone="warn" alert>
        <p>{typeof error === 'string' ? error : `${da.minutes.save.refused}: ${sentenceOf(error)}`}</p>
        {typeof error === 'string' ? null : (
          <>
            <p className="typed">
              {da.minutes.youWrote} {inWords({ ...unsaved.base, ...unsaved.typed }, options).text}
            </p>
            <Button onClick={() => autosave.drop(pointId)}>{da.minutes.discard}</Button>
          </>
        )}
      </Panel>
    );
  if (state === 'failed') return <p className="meta">{da.minutes.save.failed}</p>;
  return restored ? <p className="meta">{da.minutes.save.restored}</p> : null;
}

function inWords(fields: DecisionFields, options: TargetOptions): Fields<keyof DecisionFields> {
  const { outcome, text, targetMeetingId, referredBodyId } = fields;
  const nameIn = (list: TargetOptions['bodies'], wanted: string | null): string =>
    list.find(({ id }) => id === wanted)?.name ?? '';
  return {
    outcome: outcome === null ? '' : da.minutes.outcomes[outcome],
    text,
    targetMeetingId: nameIn(options.meetings, targetMeetingId),
    referredBodyId: nameIn(options.bodies, referredBodyId),
  };
}
