import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../components/ui/button.js';
import { SelectField } from '../../components/ui/field.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { Section } from '../../components/ui/section.js';
import { peopleQuery } from '../../features/organisation/api/lists.js';
import { announce } from '../../lib/announcements.js';
import { da } from '../../texts/da.js';
import { sessionQuery, useSession, viewAs } from '../session/session.js';

const text = da.profile;

/** Sees the product with another person's eyes, for reading only. */
export function ViewAsForm() {
  const { person: self } = useSession();
  const { data: people = [] } = useQuery(peopleQuery);
  const [personId, setPersonId] = useState('');
  const client = useQueryClient();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: () => viewAs(personId),
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      if (session.viewAs !== null) announce(text.viewAsNow(session.viewAs.name));
      // What was read with one's own eyes is not kept.
      await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      await navigate({ to: '/overview' });
    },
  });
  return (
    <Section title={text.viewAs}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (personId !== '') begin.mutate();
        }}
      >
        <p className="hint">{text.viewAsHint}</p>
        <SelectField
          name="view-as"
          label={text.viewAsPerson}
          value={personId}
          onChange={({ target }) => setPersonId(target.value)}
        >
          <option value="">{da.admin.choosePlease}</option>
          {people
            .filter(({ id, active }) => active && id !== self.id)
            .map(({ id, name, initials }) => (
              <option key={id} value={id}>
                {initials === null ? name : `${name} (${initials})`}
              </option>
            ))}
        </SelectField>
        <Refusal error={begin.error} />
        <Button type="submit" busy={begin.isPending} refusal={personId === '' ? text.viewAsChoose : null}>
          {text.viewAsStart}
        </Button>
      </form>
    </Section>
  );
}
