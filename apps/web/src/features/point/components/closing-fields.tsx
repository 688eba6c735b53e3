import { useId, useState } from 'react';
import type { AgendaPointView } from '../../../../../../libs/contracts/agenda-points.js';
import { Choices } from '../../../components/ui/field.js';
import { da } from '../../../texts/da.js';
import type { PointSaves } from '../use-point-saves.js';
import { PointText } from './point-text.js';

interface ClosingFieldsProps {
  readonly point: AgendaPointView;
  readonly saves: PointSaves;
  /** Closed points have numbers of their own, and stand for nobody else. */
  readonly separate: boolean;
}

const OWN = 'own';

/** Whether a point is open or closed, why, and who sees it then. */
export function ClosingFields({ point, saves, separate }: ClosingFieldsProps) {
  const id = useId();
  const { closing } = da.agenda;
  const { fields, choose } = saves;
  const isClosed = fields.visibility === 'closed';
  const inherited = !isClosed && point.effectiveVisibility === 'closed';
  return (
    <>
      <Choices
        name={`${id}-visibility`}
        legend={da.point.fields.visibility}
        value={isClosed ? 'closed' : 'open'}
        choices={(['open', 'closed'] as const).map((value) => ({ value, text: da.point.visibility[value] }))}
        onChoose={(visibility) =>
          choose({ visibility }, da.agenda.told[visibility === 'closed' ? 'closed' : 'reopened'](point))
        }
      />
      {isClosed ? <Reason point={point} saves={saves} /> : null}
      {isClosed || inherited ? (
        <p className="consequence">{inherited ? closing.inherited : closing.consequence(separate)}</p>
      ) : null}
      {isClosed && !separate ? (
        <>
          <PointText name="publicTitle" saves={saves} hint={da.point.publicHint} maxLength={300} />
          <PointText name="publicDecision" saves={saves} hint={da.point.publicHint} rows={2} />
        </>
      ) : null}
    </>
  );
}

/** One press for what is usual, or a text. */
function Reason({ point, saves }: Omit<ClosingFieldsProps, 'separate'>) {
  const id = useId();
  const { closing, told } = da.agenda;
  const { closedReason } = saves.fields;
  const isUsual = closing.reasons.some((usual) => usual === closedReason);
  const [own, setOwn] = useState(closedReason !== '' && !isUsual);
  const value = own && !isUsual ? OWN : closedReason;
  return (
    <>
      <Choices
        name={`${id}-reason`}
        legend={closing.legend}
        value={value}
        choices={[...closing.reasons, OWN].map((each) => ({
          value: each,
          text: each === OWN ? closing.other : each,
        }))}
        onChoose={(chosen) => {
          setOwn(chosen === OWN);
          if (chosen === OWN) saves.type({ closedReason: isUsual ? '' : closedReason });
          else saves.choose({ closedReason: chosen }, told.reason(point));
        }}
      />
      {value === OWN ? <PointText name="closedReason" saves={saves} rows={2} maxLength={4000} /> : null}
    </>
  );
}
