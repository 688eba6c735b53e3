import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MinutesView } from '../../../../../../libs/contracts/minutes.js';
import { fromPlainText } from '../../../../../../libs/domain/text/index.js';
import { Button } from '../../../components/ui/button.js';
import { SelectField, TextArea } from '../../../components/ui/field.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { Section } from '../../../components/ui/section.js';
import { momentInText } from '../../../lib/formats.js';
import { tellDone } from '../../../lib/undo.js';
import { da } from '../../../texts/da.js';
import { correctMinutes, minutesQuery } from '../api/minutes.js';
import type { MinutesPoint } from '../points.js';

const text = da.minutes.corrections;

interface CorrectionsProps {
  readonly minutes: MinutesView;
  readonly points: readonly MinutesPoint[];
  /** Who would sign a correction. */
  readonly by: string;
}

/** Corrections of approved minutes, dated and named; the minutes themselves stay as they were approved. */
export function Corrections({ minutes, points, by }: CorrectionsProps) {
  const isLocked = minutes.state === 'approved' || minutes.state === 'published';
  const mayAdd = isLocked && minutes.abilities.correct === true;
  if (minutes.corrections.length === 0 && !mayAdd) return null;
  return (
    <Section title={text.title}>
      {minutes.corrections.map((correction) => (
        <div key={correction.id} className="correction">
          <p className="meta">
            {text.by(correction.by, momentInText(correction.at))}
            {correction.pointId === null ? null : ` · ${nameOf(points, correction.pointId)}`}
          </p>
          <RichText blocks={correction.text} />
        </div>
      ))}
      {mayAdd ? <AddCorrection minutes={minutes} points={points} by={by} /> : null}
    </Section>
  );
}

function nameOf(points: readonly MinutesPoint[], pointId: string): string {
  return points.find(({ id }) => id === pointId)?.heading ?? text.whole;
}

function AddCorrection({ minutes, points, by }: CorrectionsProps) {
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [pointId, setPointId] = useState('');
  const add = useMutation({
    mutationFn: () =>
      correctMinutes(minutes, { by, text: fromPlainText(words), pointId: pointId === '' ? null : pointId }),
    onSuccess: (next) => {
      client.setQueryData(minutesQuery(next.meetingId).queryKey, next);
      setWords('');
      tellDone({ text: text.added, takeBack: null });
    },
  });
  const refusal = words.trim() === '' ? text.textFirst : null;
  return (
    <form
      className="correction-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (refusal === null && !add.isPending) add.mutate();
      }}
    >
      <SelectField
        name="correction-point"
        label={text.to}
        value={pointId}
        onChange={(event) => setPointId(event.target.value)}
      >
        <option value="">{text.whole}</option>
        {points.map(({ id, heading }) => (
          <option key={id} value={id}>
            {heading}
          </option>
        ))}
      </SelectField>
      <TextArea
        name="correction-text"
        label={text.text}
        rows={3}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Refusal error={add.error} />
      <Button type="submit" busy={add.isPending} refusal={refusal}>
        {text.add}
      </Button>
    </form>
  );
}
