import { useState } from 'react';
import type { ChangeFollowUp, FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import type { PersonView, UnitView } from '../../../../../../libs/contracts/organisation.js';
import { Dialog } from '../../../components/ui/dialog.js';
import { SelectField } from '../../../components/ui/field.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { da } from '../../../texts/da.js';
import { changeFollowUp } from '../api/changes.js';
import { useAct } from '../use-act.js';
import { ActForm } from './act-form.js';

/** The units and people to choose from; undefined until they are there. */
export interface ResponsibleChoices {
  readonly data: Known | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

interface Known {
  readonly units: readonly UnitView[];
  readonly people: readonly PersonView[];
}

interface ResponsibleDialogProps {
  readonly followUps: readonly FollowUpView[];
  readonly choices: ResponsibleChoices;
  readonly onClose: () => void;
}

/** Nothing can be saved before there is something to choose from: that would take away who is responsible. */
export function ResponsibleDialog({ choices, ...props }: ResponsibleDialogProps) {
  const { data, error, retry } = choices;
  if (data !== undefined) return <ResponsibleForm {...data} {...props} />;
  return (
    <Dialog title={da.followUps.dialogs.responsibleTitle} onClose={props.onClose}>
      <Loaded
        what={da.followUps.dialogs.choices}
        query={{ data, error, dataUpdatedAt: 0, refetch: retry }}
        rows={2}
      >
        {() => null}
      </Loaded>
    </Dialog>
  );
}

function ResponsibleForm({
  followUps,
  units,
  people,
  onClose,
}: Omit<ResponsibleDialogProps, 'choices'> & Known) {
  const [unitId, setUnitId] = useState(common(followUps, 'unitId'));
  const [personId, setPersonId] = useState(common(followUps, 'personId'));
  const act = useAct();
  const { dialogs } = da.followUps;
  const choosable = people.filter(
    ({ id, active, unitId: own }) => id === personId || (active && (unitId === '' || own === unitId)),
  );
  const save = (): void => {
    const unit = units.find(({ id }) => id === unitId);
    const person = choosable.find(({ id }) => id === personId);
    const who = [unit?.code, person?.initials ?? person?.name]
      .filter((name) => name !== undefined)
      .join(' · ');
    const change: ChangeFollowUp = {
      unitId: unit?.id ?? null,
      personId: person?.id ?? null,
      responsible: who === '' ? null : who,
    };
    act.mutate({
      followUps,
      change: (followUp) => changeFollowUp(followUp, change),
      takeBack: ({ before, after }) => changeFollowUp(after, responsibleIn(before)),
      told: (what) => da.followUps.done.responsible(what, who === '' ? da.followUps.nobody : who),
      onDone: onClose,
    });
  };
  return (
    <ActForm
      title={dialogs.responsibleTitle}
      followUps={followUps}
      error={act.error}
      busy={act.isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <UnitChoice
        units={units}
        unitId={unitId}
        onChoose={(chosen) => {
          setUnitId(chosen);
          setPersonId('');
        }}
      />
      <PersonChoice people={choosable} personId={personId} onChoose={setPersonId} />
    </ActForm>
  );
}

function common(followUps: readonly FollowUpView[], field: 'unitId' | 'personId'): string {
  const values = new Set(followUps.map((followUp) => followUp[field]));
  return values.size === 1 ? ([...values][0] ?? '') : '';
}

function responsibleIn({ unitId, personId, responsible }: FollowUpView): ChangeFollowUp {
  return { unitId, personId, responsible };
}

interface UnitChoiceProps {
  readonly units: readonly UnitView[];
  readonly unitId: string;
  readonly onChoose: (id: string) => void;
}

function UnitChoice({ units, unitId, onChoose }: UnitChoiceProps) {
  const { dialogs } = da.followUps;
  return (
    <SelectField
      name="unit"
      label={dialogs.unit}
      value={unitId}
      autoFocus
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{dialogs.noUnit}</option>
      {units.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {code} – {name}
        </option>
      ))}
    </SelectField>
  );
}

interface PersonChoiceProps {
  readonly people: readonly PersonView[];
  readonly personId: string;
  readonly onChoose: (id: string) => void;
}

function PersonChoice({ people, personId, onChoose }: PersonChoiceProps) {
  const { dialogs } = da.followUps;
  return (
    <SelectField
      name="person"
      label={dialogs.person}
      value={personId}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{dialogs.noPerson}</option>
      {people.map(({ id, initials, name }) => (
        <option key={id} value={id}>
          {initials === null ? name : `${name} (${initials})`}
        </option>
      ))}
    </SelectField>
  );
}
