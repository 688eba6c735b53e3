import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { tellDone } from '../../../lib/undo.js';
import { da } from '../../../texts/da.js';
import { savedOf } from '../decision-saves.js';
import { asProposed, chooseOutcome, chooseTarget, phraseOf } from '../outcomes.js';
import type { DecisionFields, Targets } from '../outcomes.js';
import type { MinutesPoint } from '../points.js';
import { isFormatted } from '../../../lib/typed-text.js';
import { useUnsaved } from '../use-decision-saves.js';
import type { DecisionSaves } from '../use-decision-saves.js';
import { DecisionFacts } from './decision-facts.js';
import { MinutesText } from './minutes-text.js';
import { OutcomeChoice } from './outcome-choice.js';
import { PointHead } from './point-head.js';
import { Proposed } from './proposed.js';
import { pointLooks } from './point-looks.js';
import { TargetChoice } from './target-choice.js';
import type { TargetOptions } from './target-choice.js';
import { UnsavedNotice } from './unsaved-notice.js';

interface WritePointProps {
  readonly point: MinutesPoint;
  readonly saves: DecisionSaves;
  readonly options: TargetOptions;
  readonly targets: Targets;
  readonly children?: ReactNode;
}

/** A point of the minutes to write: its outcome and its text, saved by themselves. */
export default function WritePoint({ point, saves, options, targets, children }: WritePointProps) {
  const titleId = useId();
  const fieldId = useId();
  const { id, type } = point;
  const decision = saves.newest(id, point.decision);
  const unsaved = useUnsaved(saves, id);
  const now: DecisionFields = { ...savedOf(decision).fields, ...unsaved?.typed };
  const change = (patch: Partial<DecisionFields>): void => saves.autosave.type(id, saves.savedNow(id), patch);
  const choose = (patch: Partial<DecisionFields>): void => {
    change(patch);
    if (patch.outcome == null) return;
    tellDone({
      text: da.minutes.outcomeChosen(point.name, da.minutes.outcomes[patch.outcome]),
      takeBack: () => putBack(saves, id, now),
    });
  };
  return (
    <section
      className={pointLooks(point)}
      aria-labelledby={titleId}
      onKeyDown={(event) => onKeys(event, () => void saves.autosave.flush(id))}
    >
      <PointHead point={point} id={titleId} />
      <Proposed fields={asProposed(now, point.proposal, targets)} onUse={choose} />
      <OutcomeChoice
        type={type}
        chosen={now.outcome}
        onChoose={(outcome) => choose(chooseOutcome(now, outcome, targets))}
      />
      <TargetChoice
        name={fieldId}
        fields={now}
        options={options}
        onChoose={(target) => change(chooseTarget(now, target, targets))}
      />
      <MinutesText
        name={`${fieldId}-text`}
        text={now.text}
        phrase={phraseOf(now, targets)}
        formatted={isFormatted(decision?.text ?? [])}
        onType={(text) => change({ text })}
      />
      <UnsavedNotice pointId={id} unsaved={unsaved} saves={saves} options={options} />
      <DecisionFacts decision={decision} />
      {children}
    </section>
  );
}

async function putBack(saves: DecisionSaves, pointId: string, before: DecisionFields): Promise<void> {
  await saves.autosave.flush(pointId);
  saves.autosave.type(pointId, saves.savedNow(pointId), before);
  await saves.autosave.flush(pointId);
}

/** Ctrl+Enter saves and goes to the text of the next point; Alt+PageUp and Alt+PageDown go without saving at once. */
function onKeys(event: KeyboardEvent<HTMLElement>, save: () => void): void {
  const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  const isAway = event.altKey && (event.key === 'PageDown' || event.key === 'PageUp');
  if (!isDone && !isAway) return;
  event.preventDefault();
  if (isDone) save();
  const texts = [...document.querySelectorAll<HTMLElement>('[data-minutes-text]')];
  const here = texts.findIndex((text) => event.currentTarget.contains(text));
  texts[here + (event.key === 'PageUp' ? -1 : 1)]?.focus();
}
