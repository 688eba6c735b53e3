import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { followUpsQuery } from '../../features/follow-ups/api/list.js';
import { Due } from '../../features/follow-ups/components/due.js';
import { StatusChip } from '../../features/follow-ups/components/status-chip.js';
import { capitalised, counted, numberInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { useNames } from '../names/use-names.js';
import { countByUnit } from './count-by-unit.js';

/** A bar is full at this many at least, so that a single one does not look like a landslide. */
const FULL_BAR = 5;

/** How many of a unit's follow-ups are shown before "Alle opfølgninger". */
const SHOWN = 6;

/** What is overdue, counted by unit; the bar only draws the number beside it. */
export function Unanswered() {
  const query = useInfiniteQuery(followUpsQuery({ due: 'overdue' }));
  const names = useNames();
  return (
    <Section title={da.overview.unanswered}>
      <Loaded what={da.followUps.these} query={query} rows={3}>
        {({ pages }) => {
          const counts = countByUnit(
            pages.flatMap((page) => page.items),
            names,
          );
          const full = Math.max(counts[0]?.count ?? 0, FULL_BAR);
          if (counts.length === 0) return <Empty>{da.overview.noneUnanswered}</Empty>;
          return (
            <ul className="bars">
              {counts.map(({ unit, count }) => (
                <li key={unit ?? ''}>
                  <Link to="/follow-ups" search={{ unit: unit ?? undefined, due: 'overdue' }}>
                    {unit ?? da.overview.withoutUnit}
                  </Link>
                  <span className="bar" aria-hidden="true">
                    <span style={{ inlineSize: `${(100 * count) / full}%` }} />
                  </span>
                  <span>
                    {query.hasNextPage ? '≥ ' : ''}
                    {numberInText(count)}
                    <span className="visually-hidden"> {da.followUps.groups.overdue.toLowerCase()}</span>
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

interface UnitFollowUpsProps {
  readonly unitId: string;
  readonly unitCode: string;
}

/** What a unit owes within 14 days, the overdue first. */
export function UnitFollowUps({ unitCode }: UnitFollowUpsProps) {
  const query = useInfiniteQuery(followUpsQuery({ unit: unitCode, due: '14d' }));
  return (
    <Section title={da.overview.unitFollowUps(unitCode)} wide>
      <Loaded what={da.followUps.these} query={query} rows={4}>
        {({ pages }) => {
          const followUps = pages.flatMap((page) => page.items);
          if (followUps.length === 0) return <Empty>{da.overview.noneForUnit(unitCode)}</Empty>;
          return (
            <ul className="cards">
              {followUps.slice(0, SHOWN).map((followUp) => (
                <FollowUpCard key={followUp.id} followUp={followUp} unit={unitCode} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <p>
        <Link to="/follow-ups" search={{ unit: unitCode }}>
          {da.overview.allOfUnit(unitCode)}
        </Link>
        {query.data === undefined ? null : <More count={(query.data.pages[0]?.items.length ?? 0) - SHOWN} />}
      </p>
    </Section>
  );
}

function More({ count }: { readonly count: number }) {
  if (count <= 0) return null;
  return (
    <span className="meta">
      {' '}
      ({da.overview.andMore(counted(count, da.followUps.one, da.followUps.several))})
    </span>
  );
}

function FollowUpCard({ followUp, unit }: { readonly followUp: FollowUpView; readonly unit: string }) {
  return (
    <li className="card-row">
      <div>
        <p className="card-title">
          <Link to="/follow-ups/$followUpId" params={{ followUpId: followUp.id }} search={{ unit }}>
            {capitalised(followUp.action)}
          </Link>
        </p>
        <p>
          <Due followUp={followUp} />
        </p>
      </div>
      <span className="chips">
        <StatusChip followUp={followUp} />
      </span>
    </li>
  );
}
