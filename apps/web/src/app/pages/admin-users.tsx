import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import type { PersonView } from '../../../../../libs/contracts/organisation.js';
import { Memberships } from '../../features/memberships/components/memberships.js';
import { bodiesQuery, peopleQuery, unitsQuery } from '../../features/organisation/api/lists.js';
import { PersonForm } from '../../features/organisation/components/person-form.js';
import { StandIns } from '../../features/stand-ins/components/stand-ins.js';
import { da } from '../../texts/da.js';
import { AdminPage } from '../admin/admin-page.js';
import { matches } from '../admin/matches.js';
import { useSession } from '../session/session.js';

const route = getRouteApi('/inside/admin/users');

/** People and their roles. */
export default function AdminUsersPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: bodies = [] } = useQuery(bodiesQuery);
  const { data: people = [] } = useQuery(peopleQuery);
  const { person: self } = useSession();
  const codeOf = (id: string | null): string | null => units.find((unit) => unit.id === id)?.code ?? null;
  const names = {
    body: (id: string) => bodies.find((body) => body.id === id)?.name ?? null,
    unit: codeOf,
  };
  const wordsOf = (person: PersonView) => [person.name, person.initials, codeOf(person.unitId), person.title];
  return (
    <AdminPage
      to="/admin/users"
      texts={da.admin.users}
      search={search}
      query={useQuery(peopleQuery)}
      nameOf={({ name }) => name}
      metaOf={(person) => metaOf(person, codeOf(person.unitId))}
      keep={(person) => matches(search.q ?? '', wordsOf(person))}
      above={
        <SearchBox
          text={search.q ?? ''}
          onText={(q) => void navigate({ to: '/admin/users', search: { ...search, q }, replace: true })}
        />
      }
      form={(person, onSaved, onFaults) => (
        <>
          <PersonForm
            item={person}
            units={units}
            onFaults={onFaults}
            onSaved={(saved) => {
              onSaved(saved);
              void client.invalidateQueries({ queryKey: peopleQuery.queryKey });
              void navigate({ to: '/admin/users', search: { ...search, id: saved.id } });
            }}
          />
          {person === null ? null : (
            <>
              <Memberships personId={person.id} names={names} bodies={bodies} units={units} />
              <StandIns personId={person.id} people={people} isOwn={person.id === self.id} mayMake />
            </>
          )}
        </>
      )}
    />
  );
}

function metaOf({ initials, active }: PersonView, unit: string | null): string {
  const parts = [initials, unit, active ? null : da.admin.users.inactive.toLowerCase()];
  return parts.filter((part) => part !== null).join(' · ');
}

function SearchBox({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{da.admin.users.search}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
    </div>
  );
}
