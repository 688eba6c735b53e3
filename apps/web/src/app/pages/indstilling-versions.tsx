import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type {
  IndstillingVersionSummary,
  IndstillingVersionView,
} from '../../../../../libs/contracts/indstilling-trail.js';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import type { IndstillingReadingView } from '../../../../../libs/contracts/reading.js';
import { Empty } from '../../components/ui/empty.js';
import { Filter } from '../../components/ui/filter-bar.js';
import { Loaded } from '../../components/ui/loaded.js';
import { versionQuery, versionsQuery } from '../../features/indstillinger/api/indstilling.js';
import { comparedParts } from '../../features/indstillinger/compare.js';
import { Compared } from '../../features/indstillinger/components/compared.js';
import { indstillingReadingQuery } from '../../features/reading/api/indstilling-reading.js';
import { momentInText } from '../../lib/formats.js';
import { useSession } from '../session/session.js';
import { indstilling as text } from '../../texts/indstilling.js';
import { IndstillingPage } from '../indstilling/indstilling-page.js';

const route = getRouteApi('/inside/indstillinger/$indstillingId/versions/compare');
const words = text.compare;

/** What changed from one submitted version of an indstilling to another; which two stands in the address. */
export default function IndstillingVersionsPage() {
  const { indstillingId: id } = route.useParams();
  const { from, to } = route.useSearch();
  const versions = useQuery(versionsQuery(id));
  const { viewAs } = useSession();
  const read = useQuery({ ...indstillingReadingQuery(id), enabled: viewAs === null && from === undefined });
  const numbers = versions.data?.map(({ number }) => number) ?? [];
  const isKnown = (number: number | undefined): boolean => number === undefined || numbers.includes(number);
  const isMissing = versions.data !== undefined && !(isKnown(from) && isKnown(to));
  return (
    <IndstillingPage
      {...{ id, isMissing }}
      titleOf={(title) => (title === undefined ? words.title : words.of(title))}
    >
      {(indstilling) => (
        <Loaded what={words.versions} query={read.isLoading ? { ...versions, data: undefined } : versions}>
          {(loaded) =>
            loaded.length < 2 ? (
              <Empty>{loaded.length === 0 ? words.none : words.onlyOne}</Empty>
            ) : (
              <Two
                indstilling={indstilling}
                versions={loaded}
                {...chosenOf(loaded, from ?? lastRead(loaded, read.data), to)}
              />
            )
          }
        </Loaded>
      )}
    </IndstillingPage>
  );
}

/** The number of what was read last, where that is an older one; undefined else. */
function lastRead(
  versions: readonly IndstillingVersionSummary[],
  read: IndstillingReadingView | null | undefined,
): number | undefined {
  const isOlder = versions.slice(1).some(({ number }) => number === read?.submission);
  return isOlder ? read?.submission : undefined;
}

/** The two that are asked for; else the newest and the one before it, of those that stand where there are two. */
function chosenOf(
  versions: readonly IndstillingVersionSummary[],
  from: number | undefined,
  to: number | undefined,
): { readonly from: number; readonly to: number } {
  const standing = versions.filter(({ takenBack }) => !takenBack);
  const newest = to ?? (standing[0] ?? versions[0])?.number ?? 1;
  const before = [...standing, ...versions].find(({ number }) => number < newest);
  return { from: from ?? before?.number ?? 1, to: newest };
}

interface TwoProps {
  readonly indstilling: IndstillingView;
  readonly versions: readonly IndstillingVersionSummary[];
  readonly from: number;
  readonly to: number;
}

function Two({ indstilling, versions, from, to }: TwoProps) {
  const { id } = indstilling;
  const navigate = useNavigate();
  const before = useQuery(versionQuery(id, from));
  const after = useQuery(versionQuery(id, to));
  const choices = versions.map(({ number, submittedAt, takenBack }) => ({
    value: String(number),
    text: words.version(number, momentInText(submittedAt), takenBack),
  }));
  const choose = (search: { readonly from: number; readonly to: number }): void =>
    void navigate({
      to: '/indstillinger/$indstillingId/versions/compare',
      params: { indstillingId: id },
      search,
    });
  return (
    <>
      <div className="filters" role="group" aria-label={words.choose}>
        <Filter
          label={words.from}
          value={String(from)}
          choices={choices}
          onChoose={(value) => choose({ from: Number(value), to })}
        />
        <Filter
          label={words.to}
          value={String(to)}
          choices={choices}
          onChoose={(value) => choose({ from, to: Number(value) })}
        />
      </div>
      <Loaded what={words.versions} query={before}>
        {(old) => (
          <Loaded what={words.versions} query={after}>
            {(fresh) => <Both key={`${from} ${to}`} {...{ indstilling, old, fresh }} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

interface BothProps {
  readonly indstilling: IndstillingView;
  readonly old: IndstillingVersionView;
  readonly fresh: IndstillingVersionView;
}

function Both({ indstilling, old, fresh }: BothProps) {
  const parts = useMemo(
    () => comparedParts(old.content, fresh.content, indstilling),
    [old, fresh, indstilling],
  );
  return (
    <Compared
      parts={parts}
      names={[words.versionOnly(old.number), words.versionOnly(fresh.number)]}
      print={(onlyChanged) => (
        <Link
          className="button button-secondary"
          to="/print/indstillinger/$indstillingId/versions"
          params={{ indstillingId: indstilling.id }}
          search={{ from: old.number, to: fresh.number, all: onlyChanged ? undefined : 'yes' }}
        >
          {words.print}
        </Link>
      )}
    />
  );
}
