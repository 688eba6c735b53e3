import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MembershipView } from '../../../../../../libs/contracts/rights.js';
import { addDays } from '../../../../../../libs/domain/calendar/index.js';
import { Button } from '../../../components/ui/button.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { Section } from '../../../components/ui/section.js';
import { todayInDenmark } from '../../../lib/formats.js';
import { tellDone } from '../../../lib/undo.js';
import { da } from '../../../texts/da.js';
import { endMembership, membershipsQuery } from '../api/memberships.js';
import { isOver, roleInWords, termInWords } from '../membership-words.js';
import type { ScopeNames } from '../membership-words.js';
import { GiveRole } from './give-role.js';
import type { Scopes } from './give-role.js';

interface MembershipsProps extends Scopes {
  readonly personId: string;
  readonly names: ScopeNames;
}

/** The roles of a person: those in force and to come, and the form that gives another. */
export function Memberships({ personId, names, bodies, units }: MembershipsProps) {
  const memberships = useQuery(membershipsQuery(personId));
  const today = todayInDenmark();
  const text = da.admin.users;
  return (
    <Section title={text.memberships}>
      <Loaded what={text.memberships} query={memberships} rows={2}>
        {(all) => {
          const living = all.filter((membership) => !isOver(membership, today));
          if (living.length === 0) return <p className="meta">{text.noMemberships}</p>;
          return (
            <ul className="cards">
              {living.map((membership) => (
                <MembershipRow key={membership.id} membership={membership} names={names} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <GiveRole personId={personId} bodies={bodies} units={units} />
    </Section>
  );
}

interface MembershipRowProps {
  readonly membership: MembershipView;
  readonly names: ScopeNames;
}

/** Yesterday, so that it is over at once; one that has hardly begun ends with its first day. */
function lastDayOf({ validFrom }: MembershipView, today: string): string {
  const yesterday = addDays(today, -1);
  return validFrom !== null && validFrom > yesterday ? validFrom : yesterday;
}

/** A role ends with yesterday as its last day, so that it is gone at once; that can be taken back. */
function MembershipRow({ membership, names }: MembershipRowProps) {
  const client = useQueryClient();
  const today = todayInDenmark();
  const refresh = () => client.invalidateQueries({ queryKey: ['memberships'] });
  const end = useMutation({
    mutationFn: () => endMembership(membership, lastDayOf(membership, today)),
    onSuccess: (ended) =>
      tellDone({
        text: da.admin.users.ended,
        takeBack: async () => {
          await endMembership(ended, membership.validTo).finally(refresh);
        },
      }),
    onSettled: refresh,
  });
  return (
    <li className="card-row">
      <div>
        <p>{roleInWords(membership, names)}</p>
        <p className="meta">{termInWords(membership, today)}</p>
        <Refusal error={end.error} />
      </div>
      <Button
        busy={end.isPending}
        aria-label={`${da.admin.users.end}: ${roleInWords(membership, names)}`}
        onClick={() => end.mutate()}
      >
        {da.admin.users.end}
      </Button>
    </li>
  );
}
