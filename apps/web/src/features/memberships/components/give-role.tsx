import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyView, UnitView } from '../../../../../../libs/contracts/organisation.js';
import { ROLES, ROLE_SCOPE } from '../../../../../../libs/domain/rights/index.js';
import type { Role } from '../../../../../../libs/domain/rights/index.js';
import { Button } from '../../../components/ui/button.js';
import { SelectField, TextField } from '../../../components/ui/field.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { todayInDenmark } from '../../../lib/formats.js';
import { typedDate } from '../../../lib/typed-date.js';
import { tellDone } from '../../../lib/undo.js';
import { da } from '../../../texts/da.js';
import { giveMembership } from '../api/memberships.js';

/** What a role can be held for. */
export interface Scopes {
  readonly bodies: readonly BodyView[];
  readonly units: readonly UnitView[];
}

interface GiveRoleProps extends Scopes {
  readonly personId: string;
}

const text = da.admin.users;
/** A guest is invited on the point, not here. */
const GIVABLE = ROLES.filter((role) => ROLE_SCOPE[role] !== 'point');

export function GiveRole({ personId, bodies, units }: GiveRoleProps) {
  const client = useQueryClient();
  const [role, setRole] = useState<Role>('staff');
  const [scopeId, setScopeId] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [faults, setFaults] = useState<GiveFaults>({});
  const scope = ROLE_SCOPE[role];
  const give = useMutation({
    mutationFn: giveMembership,
    onSuccess: () => tellDone({ text: text.given, takeBack: null }),
    onSettled: () => client.invalidateQueries({ queryKey: ['memberships'] }),
  });
  const submit = (): void => {
    const found = faultsOf(role, scopeId, from, to);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const term = { validFrom: typedDate(from, todayInDenmark()), validTo: typedDate(to, todayInDenmark()) };
    give.mutate({
      ...{ personId, role, pointId: null, substituteFor: null },
      ...heldFor(role, scopeId),
      ...term,
    });
  };
  return (
    <form
      noValidate
      className="give-role"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{text.addMembership}</h3>
      <RoleChoice
        role={role}
        onChoose={(chosen) => {
          setRole(chosen);
          setScopeId('');
        }}
      />
      {scope === 'everything' ? null : (
        <ScopeChoice
          label={scope === 'body' ? text.body : text.unit}
          options={scope === 'body' ? bodies : units}
          value={scopeId}
          fault={faults.scope}
          onChoose={setScopeId}
        />
      )}
      <DateFields from={from} to={to} faults={faults} onFrom={setFrom} onTo={setTo} />
      <Refusal error={give.error} />
      <Button type="submit" busy={give.isPending}>
        {text.addMembership}
      </Button>
    </form>
  );
}

interface GiveFaults {
  readonly scope?: string;
  readonly from?: string;
  readonly to?: string;
}

function faultsOf(role: Role, scopeId: string, from: string, to: string): GiveFaults {
  const { fault } = da.admin;
  const today = todayInDenmark();
  const wrong = (written: string): boolean => written.trim() !== '' && typedDate(written, today) === null;
  const [first, last] = [typedDate(from, today), typedDate(to, today)];
  const scope = ROLE_SCOPE[role];
  const noun = (scope === 'body' ? text.body : text.unit).toLowerCase();
  return {
    ...(scope !== 'everything' && scopeId === '' ? { scope: fault.choose(noun) } : {}),
    ...(wrong(from) ? { from: fault.date(text.from) } : {}),
    ...(wrong(to) ? { to: fault.date(text.to) } : {}),
    ...(first !== null && last !== null && last < first ? { to: fault.endBeforeStart } : {}),
  };
}

function heldFor(role: Role, scopeId: string) {
  const scope = ROLE_SCOPE[role];
  return { bodyId: scope === 'body' ? scopeId : null, unitId: scope === 'unit' ? scopeId : null };
}

function RoleChoice({ role, onChoose }: { readonly role: Role; readonly onChoose: (role: Role) => void }) {
  return (
    <SelectField
      name="role"
      label={text.role}
      value={role}
      onChange={({ target }) => onChoose(GIVABLE.find((known) => known === target.value) ?? 'staff')}
    >
      {GIVABLE.map((known) => (
        <option key={known} value={known}>
          {da.roles[known]}
        </option>
      ))}
    </SelectField>
  );
}

interface ScopeChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChoose: (id: string) => void;
}

function ScopeChoice({ label, options, value, fault, onChoose }: ScopeChoiceProps) {
  return (
    <SelectField
      name="scope"
      label={label}
      value={value}
      fault={fault}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{da.admin.choosePlease}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

interface DateFieldsProps {
  readonly from: string;
  readonly to: string;
  readonly faults: GiveFaults;
  readonly onFrom: (text: string) => void;
  readonly onTo: (text: string) => void;
}

function DateFields({ from, to, faults, onFrom, onTo }: DateFieldsProps) {
  return (
    <div className="deadline">
      <TextField
        name="valid-from"
        label={text.from}
        optional
        value={from}
        fault={faults.from}
        onChange={({ target }) => onFrom(target.value)}
      />
      <TextField
        name="valid-to"
        label={text.to}
        optional
        value={to}
        fault={faults.to}
        onChange={({ target }) => onTo(target.value)}
      />
    </div>
  );
}
