import type { ReactNode } from 'react';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { mayEditAgenda } from '../../../../../libs/domain/meeting/index.js';
import { SelectField } from '../../components/ui/field.js';
import { RichText } from '../../components/ui/rich-text.js';
import { Section } from '../../components/ui/section.js';
import { Bilag } from '../../features/attachments/components/bilag.js';
import { PointFacts } from '../../features/meetings/components/agenda.js';
import { ClosingFields } from '../../features/point/components/closing-fields.js';
import { PointText } from '../../features/point/components/point-text.js';
import type { PointSaves } from '../../features/point/use-point-saves.js';
import { minutesInText } from '../../lib/formats.js';
import { isFormatted } from '../../lib/typed-text.js';
import { da } from '../../texts/da.js';

interface PointFormProps {
  readonly point: AgendaPointView;
  readonly meeting: MeetingView;
  readonly saves: PointSaves;
  /** When it is, in words; empty where it has no time. */
  readonly time: string;
  /** The minutes of its sub-points together; null for a point without any. */
  readonly ofSubPoints: number | null;
  readonly separate: boolean;
  /** Why something is not saved. */
  readonly notice: ReactNode;
  readonly guests: ReactNode;
}

/** Everything that can be written of a point, what the state of the meeting lets be written; the rest as text. */
export function PointForm(props: PointFormProps) {
  const { point, meeting, saves, notice, guests } = props;
  const writes = mayEditAgenda(meeting.state, 'edit-point').ok;
  const opens = mayEditAgenda(meeting.state, 'change-visibility').ok;
  return (
    <div className="meeting">
      <div>
        <Section title={da.point.edit}>
          {notice}
          {writes ? <Texts point={point} saves={saves} /> : <RichText blocks={point.purpose} />}
        </Section>
        <Section title={da.attachments.title}>
          <Bilag
            owner={`agenda-points/${point.id}`}
            isClosed={point.effectiveVisibility === 'closed'}
            mayEdit={writes}
            mayOpenAndClose={opens}
          />
        </Section>
      </div>
      <div>
        <Facts {...props} writes={writes} opens={opens} />
        <Section title={da.point.guests.title}>{guests}</Section>
      </div>
    </div>
  );
}

function Texts({ point, saves }: Pick<PointFormProps, 'point' | 'saves'>) {
  const { pointType } = da.meetings;
  const types = Object.keys(pointType) as (keyof typeof pointType)[];
  return (
    <>
      <PointText name="title" saves={saves} maxLength={300} />
      <SelectField
        name="type"
        label={da.point.fields.type}
        value={saves.fields.type}
        onChange={({ target }) => {
          const type = types.find((each) => each === target.value);
          if (type !== undefined)
            saves.choose({ type }, da.point.type(pointType[type].toLocaleLowerCase('da-DK')));
        }}
      >
        {types.map((type) => (
          <option key={type} value={type}>
            {pointType[type]}
          </option>
        ))}
      </SelectField>
      <PointText
        name="purpose"
        saves={saves}
        rows={4}
        hint={isFormatted(point.purpose) ? da.point.formatted : da.point.textHint}
      />
      <PointText name="method" saves={saves} rows={2} maxLength={4000} />
    </>
  );
}

interface FactsProps extends PointFormProps {
  readonly writes: boolean;
  readonly opens: boolean;
}

function Facts({ point, saves, time, ofSubPoints, separate, writes, opens }: FactsProps) {
  return (
    <Section title={da.attachments.point.facts}>
      {time === '' ? null : (
        <p className="meta">
          {da.attachments.point.time}: {time}
        </p>
      )}
      {writes ? (
        <>
          {ofSubPoints === null ? (
            <PointText name="minutes" saves={saves} />
          ) : (
            <p className="meta">{da.agenda.sumOfSubPoints(minutesInText(ofSubPoints))}</p>
          )}
          <PointText name="fixedStart" saves={saves} hint={da.point.fixedStartHint} />
          <PointText name="responsible" saves={saves} maxLength={300} />
          <PointText name="attending" saves={saves} rows={2} maxLength={4000} />
          {point.late || point.lateReason !== null ? (
            <PointText
              name="lateReason"
              saves={saves}
              rows={2}
              maxLength={4000}
              hint={da.point.lateReasonHint}
            />
          ) : null}
        </>
      ) : (
        <PointFacts point={point} />
      )}
      {opens ? <ClosingFields point={point} saves={saves} separate={separate} /> : null}
    </Section>
  );
}
