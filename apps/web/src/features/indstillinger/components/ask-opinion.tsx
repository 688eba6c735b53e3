import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskOpinion as AskOpinionRequest } from '../../../../../../libs/contracts/opinions.js';
import type { UnitView } from '../../../../../../libs/contracts/organisation.js';
import { Button } from '../../../components/ui/button.js';
import { SelectField, TextField } from '../../../components/ui/field.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { dateInText, todayInDenmark } from '../../../lib/formats.js';
import { typedDate } from '../../../lib/typed-date.js';
import { tellDone } from '../../../lib/undo.js';
import { opinions as text } from '../../../texts/opinions.js';
import { askOpinion, withdrawOpinion } from '../api/opinions.js';

interface AskOpinionProps {
  readonly indstillingId: string;
  readonly units: readonly UnitView[];
  /** The day to answer by, where nobody writes another. */
  readonly suggested: string;
}

/** Asks a unit for its opinion by a day. */
export function AskOpinion({ indstillingId, units, suggested }: AskOpinionProps) {
  const [unitId, setUnit] = useState('');
  const [written, setWritten] = useState<string | null>(null);
  const [faults, setFaults] = useState<{ unit?: string; dueOn?: string }>({});
  const ask = useAsking(indstillingId);
  const submit = (): void => {
    const dueOn = written === null ? suggested : typedDate(written, todayInDenmark());
    setFaults({
      ...(unitId === '' ? { unit: text.fault.unit } : {}),
      ...(dueOn === null ? { dueOn: text.fault.dueOn } : {}),
    });
    if (unitId === '') return document.getElementById('opinion-unit')?.focus();
    if (dueOn === null) return document.getElementById('opinion-due')?.focus();
    const onSuccess = (): void => {
      setUnit('');
      setWritten(null);
    };
    ask.mutate({ unitId, dueOn }, { onSuccess });
  };
  return (
    <form
      noValidate
      className="give-role"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ask.isPending) submit();
      }}
    >
      <h3>{text.ask}</h3>
      <p className="hint">{text.hint}</p>
      <SelectField
        name="opinion-unit"
        label={text.unit}
        value={unitId}
        fault={faults.unit ?? null}
        onChange={({ target }) => setUnit(target.value)}
      >
        <option value="">{text.choose}</option>
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="opinion-due"
        label={text.dueOn}
        value={written ?? dateInText(suggested)}
        fault={faults.dueOn ?? null}
        onChange={({ target }) => setWritten(target.value)}
      />
      <Refusal error={ask.error} />
      <Button type="submit" busy={ask.isPending}>
        {text.ask}
      </Button>
    </form>
  );
}

function useAsking(indstillingId: string) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['indstillinger'] });
  return useMutation({
    mutationFn: (question: AskOpinionRequest) => askOpinion(indstillingId, question),
    onSuccess: (asked) =>
      tellDone({
        text: text.asked,
        takeBack: async () => {
          await withdrawOpinion(asked).finally(refresh);
        },
      }),
    onSettled: refresh,
  });
}
