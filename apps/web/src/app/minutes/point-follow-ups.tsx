import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import { Button } from '../../components/ui/button.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { changeFollowUp, takeSteps } from '../../features/follow-ups/api/changes.js';
import { Due } from '../../features/follow-ups/components/due.js';
import { StatusChip } from '../../features/follow-ups/components/status-chip.js';
import { responsibleOf } from '../../features/follow-ups/groups.js';
import type { Names } from '../../features/follow-ups/groups.js';
import { useAct } from '../../features/follow-ups/use-act.js';
import { capitalised } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { EditAction } from './edit-action.js';

const text = da.minutes.followUps;

export type BeginDialog = (act: 'responsible' | 'due', followUp: FollowUpView) => void;

interface PointFollowUpsProps {
  readonly followUps: readonly FollowUpView[];
  readonly names: Names;
  readonly onBegin: BeginDialog;
  readonly title?: string;
}

/** What is to be followed up from a point: what the text suggests, and what was made of it. */
export function PointFollowUps({ followUps, names, onBegin, title = text.title }: PointFollowUpsProps) {
  if (followUps.length === 0) return null;
  const isFound = followUps.some(({ stage }) => stage === 'suggested');
  return (
    <div className="point-follow-ups">
      <h4>{isFound ? text.found(title) : title}</h4>
      <ul className="plain">
        {followUps.map((followUp) => (
          <FollowUpLine key={followUp.id} followUp={followUp} names={names} onBegin={onBegin} />
        ))}
      </ul>
    </div>
  );
}

interface LineProps extends Pick<PointFollowUpsProps, 'names' | 'onBegin'> {
  readonly followUp: FollowUpView;
}

function FollowUpLine({ followUp, names, onBegin }: LineProps) {
  const [isEdited, setIsEdited] = useState(false);
  const { id, action, stage } = followUp;
  const what = capitalised(action);
  return (
    <li className={stage === 'ignored' ? 'found is-ignored' : 'found'}>
      <p className="found-what">
        {stage === 'confirmed' || stage === 'issued' ? (
          <Link
            to="/follow-ups/$followUpId"
            params={{ followUpId: id }}
            search={{ meeting: followUp.meetingId ?? undefined, status: 'all' }}
          >
            {what}
          </Link>
        ) : (
          what
        )}
      </p>
      <p className="found-facts">
        {stage === 'suggested' || stage === 'ignored' ? null : <StatusChip followUp={followUp} />}
        {stage === 'ignored' ? <span className="meta">{da.followUps.stage.ignored}</span> : null}
        <span>{responsibleOf(followUp, names) ?? da.followUps.noResponsible}</span>
        <Due followUp={followUp} />
      </p>
      {isEdited ? (
        <EditAction followUp={followUp} change={changeFollowUp} onClose={() => setIsEdited(false)} />
      ) : (
        <LineActs followUp={followUp} what={what} onBegin={onBegin} onEdit={() => setIsEdited(true)} />
      )}
    </li>
  );
}

interface LineActsProps {
  readonly followUp: FollowUpView;
  readonly what: string;
  readonly onBegin: BeginDialog;
  readonly onEdit: () => void;
}

function LineActs({ followUp, what, onBegin, onEdit }: LineActsProps) {
  const { stage, abilities } = followUp;
  const acts = [
    { word: text.responsible, begin: () => onBegin('responsible', followUp) },
    { word: text.due, begin: () => onBegin('due', followUp) },
    { word: text.edit, begin: onEdit },
  ];
  return (
    <div className="found-acts">
      <StageActs followUp={followUp} what={what} />
      {abilities.change !== true || stage === 'ignored'
        ? null
        : acts.map(({ word, begin }) => (
            <Button key={word} look="quiet" aria-label={text.of(word, what)} onClick={begin}>
              {word}
            </Button>
          ))}
    </div>
  );
}

/** Making it a follow-up, and ignoring it: one press each, and back again. */
function StageActs({ followUp, what }: Pick<LineActsProps, 'followUp' | 'what'>) {
  const act = useAct();
  const { stage, actions, abilities } = followUp;
  const take = (action: 'confirm' | 'ignore'): void => {
    const back = action === 'confirm' ? ('ignore' as const) : ('confirm' as const);
    act.mutate({
      followUps: [followUp],
      change: (each) => takeSteps(each, [{ action, note: null }]),
      // What was only suggested is suggested no more: it stays in its place, to be made all the same.
      takeBack:
        stage === 'suggested' && action === 'ignore'
          ? null
          : ({ after }) => takeSteps(after, [{ action: back, note: null }]),
      told: action === 'confirm' ? text.confirmed : text.ignored,
      onDone: () => undefined,
    });
  };
  const acts = [
    { action: 'confirm', word: stage === 'ignored' ? text.confirmAgain : text.confirm },
    { action: 'ignore', word: text.ignore },
  ] as const;
  return (
    <>
      {acts.map(({ action, word }) =>
        actions.includes(action) && abilities[action] === true ? (
          <Button
            key={action}
            look={action === 'confirm' && stage === 'suggested' ? 'secondary' : 'quiet'}
            busy={act.isPending}
            aria-label={text.of(word, what)}
            onClick={() => take(action)}
          >
            {word}
          </Button>
        ) : null,
      )}
      <Refusal error={act.error} />
    </>
  );
}
