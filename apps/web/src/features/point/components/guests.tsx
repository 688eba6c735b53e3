import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { GuestsView } from '../../../../../../libs/contracts/agenda-points.js';
import { Button } from '../../../components/ui/button.js';
import { SelectField } from '../../../components/ui/field.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { compareDanish } from '../../../lib/formats.js';
import { tellDone } from '../../../lib/undo.js';
import { da } from '../../../texts/da.js';
import { guestsQuery, saveGuests } from '../api/guests.js';

interface GuestsProps {
  readonly pointId: string;
  /** When they take part, `kl. 9.15–9.25`; null where the point has no time. */
  readonly when: string | null;
  /** Everybody who can be invited. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly active: boolean }[];
}

/** The guests of a point: each with the time they take part, which follows the agenda. */
export function Guests(props: GuestsProps) {
  const guests = useQuery(guestsQuery(props.pointId));
  return (
    <Loaded what={da.point.guests.these} query={guests} rows={2}>
      {({ people }) => <Invited {...props} guests={people} />}
    </Loaded>
  );
}

function Invited({ pointId, when, people, guests }: GuestsProps & { readonly guests: GuestsView['people'] }) {
  const text = da.point.guests;
  const choice = useRef<HTMLDivElement>(null);
  const saving = useSaveGuests(pointId);
  const ids = guests.map(({ personId }) => personId);
  const letGo = ({ personId, name }: GuestsView['people'][number]): void => {
    saving.mutate({ next: ids.filter((id) => id !== personId), ids, told: text.removed(name) });
    // The button that was pressed goes with its row.
    choice.current?.querySelector('select')?.focus();
  };
  return (
    <>
      {guests.length === 0 ? <p className="meta">{text.none}</p> : null}
      <ul className="plain">
        {guests.map((guest) => (
          <li key={guest.personId} className="guest">
            <span>
              {guest.name} <span className="meta">{when === null ? text.noTime : text.takesPart(when)}</span>
            </span>
            <Button
              look="quiet"
              busy={saving.isPending}
              aria-label={text.removeOf(guest.name)}
              onClick={() => letGo(guest)}
            >
              {text.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Refusal error={saving.error} />
      <div ref={choice} className="guest-choice">
        <Invite
          people={people.filter(({ id, active }) => active && !ids.includes(id))}
          busy={saving.isPending}
          onInvite={({ id, name }) => saving.mutate({ next: [...ids, id], ids, told: text.invited(name) })}
        />
      </div>
    </>
  );
}

interface InviteProps {
  readonly people: GuestsProps['people'];
  readonly busy: boolean;
  readonly onInvite: (person: GuestsProps['people'][number]) => void;
}

function Invite({ people, busy, onInvite }: InviteProps) {
  const text = da.point.guests;
  const field = useId();
  const [chosen, setChosen] = useState('');
  const toInvite = people.find(({ id }) => id === chosen);
  return (
    <>
      <SelectField
        name={field}
        label={text.invite}
        hint={text.hint}
        value={toInvite?.id ?? ''}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">{text.choose}</option>
        {[...people]
          .sort((one, other) => compareDanish(one.name, other.name))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      <Button
        busy={busy}
        refusal={toInvite === undefined ? text.chooseFirst : null}
        onClick={() => {
          if (toInvite !== undefined) onInvite(toInvite);
          setChosen('');
        }}
      >
        {text.add}
      </Button>
    </>
  );
}

interface Change {
  readonly next: readonly string[];
  /** Who was a guest before. */
  readonly ids: readonly string[];
  readonly told: string;
}

function useSaveGuests(pointId: string) {
  const client = useQueryClient();
  const { queryKey } = guestsQuery(pointId);
  const save = async (ids: readonly string[]): Promise<void> => {
    client.setQueryData(queryKey, await saveGuests(pointId, ids));
  };
  return useMutation({
    mutationFn: ({ next }: Change) => save(next),
    onSuccess: (_, { ids, told }) => tellDone({ text: told, takeBack: () => save(ids) }),
  });
}
