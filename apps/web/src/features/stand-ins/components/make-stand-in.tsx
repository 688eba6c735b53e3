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
  readonly personId: string;
  readonly people: readonly PersonView[];
}

interface Typed {
  readonly standInId: string;
  readonly from: string;
  readonly to: string;
}
type Faults = Partial<Record<keyof Typed, string>>;
const NOTHING: Typed = { standInId: '', from: '', to: '' };

/** Says who stands in for a person, from a day to a day. */
export function MakeStandIn({ personId, people }: MakeStandInProps) {
  const [typed, setTyped] = useState(NOTHING);
  const [faults, setFaults] = useState<Faults>({});
  const make = useMaking();
  const submit = (): void => {
    const found = faultsOf(typed);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return document.getElementById(`stand-in-${first}`)?.focus();
    const [from, to] = [dateIn(typed.from) ?? '', dateIn(typed.to) ?? ''];
    const wanted = { personId, standInId: typed.standInId, from, to, bodyId: null };
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
      <SelectField
        name="stand-in-standInId"
        label={text.person}
        value={typed.standInId}
        fault={faults.standInId}
        onChange={({ target }) => setTyped({ ...typed, standInId: target.value })}
      >
        <option value="">{text.choose}</option>
        {people
          .filter(({ id, active }) => active && id !== personId)
          .map(({ id, name, initials }) => (
            <option key={id} value={id}>
              {initials === null ? name : `${name} (${initials})`}
            </option>
          ))}
      </SelectField>
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

function faultsOf({ standInId, from, to }: Typed): Faults {
  const [first, last] = [dateIn(from), dateIn(to)];
  return {
    ...(standInId === '' ? { standInId: text.fault.person } : {}),
    ...(first === null ? { from: text.fault.from } : {}),
    ...(last === null ? { to: text.fault.to } : {}),
    ...(first !== null && last !== null && last < first ? { to: text.fault.order } : {}),
  };
}
