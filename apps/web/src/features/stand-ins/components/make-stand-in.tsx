import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonView } from '../../../../../../libs/contracts/organisation.js';
import { Button } from '../../../components/ui/button.js';
import { SelectField, TextField } from '../../../components/ui/field.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { todayInDenmark } from '../../../lib/formats.js';
import { typedDate } from '../../../lib/typed-date.js';
import { tellDone } from '../../../lib/undo.js';
import { standIns as text } from '../../../texts/stand-ins.js';
import { endStandIn, makeStandIn } from '../api/stand-ins.js';

interface MakeStandInProps {
  /** Who is away; null: whoever is chosen. */
  readonly personId: string | null;
  /** Only as the rådmand of this body. */
  readonly bodyId?: string;
  readonly people: readonly PersonView[];
}

interface Typed {
  readonly away: string;
  readonly standInId: string;
  readonly from: string;
  readonly to: string;
}
type Faults = Partial<Record<keyof Typed, string>>;
const NOTHING: Typed = { away: '', standInId: '', from: '', to: '' };

/** Says who stands in for a person, from a day to a day. */
export function MakeStandIn({ personId, bodyId, people }: MakeStandInProps) {
  const [entered, setTyped] = useState(NOTHING);
  const typed = { ...entered, away: personId ?? entered.away };
  const [faults, setFaults] = useState<Faults>({});
  const make = useMaking();
  const submit = (): void => {
    const found = faultsOf(typed);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return document.getElementById(`stand-in-${first}`)?.focus();
    const [from, to] = [dateIn(typed.from) ?? '', dateIn(typed.to) ?? ''];
    const wanted = { personId: typed.away, standInId: typed.standInId, from, to, bodyId: bodyId ?? null };
    make.mutate(wanted, { onSuccess: () => setTyped(NOTHING) });
  };
  return (
    <form
      noValidate
      className="give-role"
      onSubmit={(event) => {
        event.preventDefault();
        if (!make.isPending) submit();
      }}
    >
      <h3>{text.make}</h3>
      {personId === null ? (
        <PersonChoice
          name="away"
          // Who is away may have left.
          people={people}
          value={typed.away}
          fault={faults.away}
          onChoose={(away) => setTyped({ ...typed, away })}
        />
      ) : null}
      <PersonChoice
        name="standInId"
        people={people.filter(({ id, active }) => active && id !== typed.away)}
        value={typed.standInId}
        fault={faults.standInId}
        onChoose={(standInId) => setTyped({ ...typed, standInId })}
      />
      <div className="deadline">
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            name={`stand-in-${name}`}
            label={text[name]}
            value={typed[name]}
            fault={faults[name]}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        ))}
      </div>
      <Refusal error={make.error} />
      <Button type="submit" busy={make.isPending}>
        {text.make}
      </Button>
    </form>
  );
}

interface PersonChoiceProps {
  readonly name: 'away' | 'standInId';
  readonly people: readonly PersonView[];
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChoose: (id: string) => void;
}

function PersonChoice({ name, people, value, fault, onChoose }: PersonChoiceProps) {
  return (
    <SelectField
      name={`stand-in-${name}`}
      label={text[name]}
      value={value}
      fault={fault}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{text.choose}</option>
      {people.map(({ id, name: called, initials }) => (
        <option key={id} value={id}>
          {initials === null ? called : `${called} (${initials})`}
        </option>
      ))}
    </SelectField>
  );
}

function useMaking() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['stand-ins'] });
  return useMutation({
    mutationFn: makeStandIn,
    onSuccess: (made) =>
      tellDone({
        text: text.made,
        takeBack: async () => {
          await endStandIn(made).finally(refresh);
        },
      }),
    onSettled: refresh,
  });
}

const dateIn = (written: string) => typedDate(written, todayInDenmark());

function faultsOf({ away, standInId, from, to }: Typed): Faults {
  const [first, last] = [dateIn(from), dateIn(to)];
  return {
    ...(away === '' ? { away: text.fault.person } : {}),
    ...(standInId === '' ? { standInId: text.fault.person } : {}),
    ...(first === null ? { from: text.fault.from } : {}),
    ...(last === null ? { to: text.fault.to } : {}),
    ...(first !== null && last !== null && last < first ? { to: text.fault.order } : {}),
  };
}
