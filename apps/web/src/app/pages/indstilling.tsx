import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Loading } from '../../components/ui/loading.js';
import { Page } from '../../components/ui/page.js';
import { Section } from '../../components/ui/section.js';
import { indstillingQuery } from '../../features/indstillinger/api/indstilling.js';
import { IndstillingFacts } from '../../features/indstillinger/components/indstilling-facts.js';
import { ReadSections } from '../../features/indstillinger/components/read-sections.js';
import { IndstillingState } from '../../features/indstillinger/components/state-chip.js';
import { StepBar } from '../../features/indstillinger/components/step-bar.js';
import { SinceRead } from '../../features/reading/components/since-read.js';
import { useSinceRead } from '../../features/reading/use-since-read.js';
import { statusOf } from '../../lib/api/problem.js';
import { indstilling as text } from '../../texts/indstilling.js';
import { useSession } from '../session/session.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/indstillinger/$indstillingId');

export default function IndstillingPage() {
  const { indstillingId } = route.useParams();
  return <Indstilling key={indstillingId} id={indstillingId} />;
}

function Indstilling({ id }: { readonly id: string }) {
  const indstilling = useQuery(indstillingQuery(id));
  const { viewAs } = useSession();
  const opened = { id, submission: indstilling.data?.submission ?? 0 };
  const earlier = useSinceRead(opened, viewAs === null);
  const status = statusOf(indstilling.error);
  if (indstilling.error !== null && (status === 404 || status === 400))
    return indstilling.data === undefined ? <NotFoundPage /> : <Gone />;
  if (indstilling.data === undefined || earlier === undefined)
    return (
      <Page title={text.one} context={text.title}>
        <Loaded what={text.theOne} query={indstilling}>
          {() => null}
        </Loaded>
      </Page>
    );
  const since = <SinceRead opened={indstilling.data} earlier={earlier} />;
  return <ReadOrWritten indstilling={indstilling.data} since={since} />;
}

/** It was theirs to read a moment ago: a step of their own may have taken it out of sight, and be taken back. */
function Gone() {
  return (
    <Page title={text.one} context={text.title}>
      <p className="prose">{text.gone}</p>
      <p>
        <Link to="/indstillinger">{text.title}</Link>
      </p>
    </Page>
  );
}

/** The text is there first. */
const Beside = lazy(() => import('../indstilling/beside.js'));
const Way = lazy(() => import('../indstilling/way.js'));
/** For those who write it only: nobody else fetches it. */
const IndstillingDesk = lazy(() => import('../indstilling/indstilling-desk.js'));

interface IndstillingProps {
  readonly indstilling: IndstillingView;
  /** What is said of its having changed since it was read last. */
  readonly since: ReactNode;
}

function ReadOrWritten({ indstilling, since }: IndstillingProps) {
  const { viewAs } = useSession();
  const writes = indstilling.abilities.change === true && viewAs === null;
  const way = (
    <Suspense fallback={<Loading />}>
      <Way indstilling={indstilling} />
    </Suspense>
  );
  // While somebody judges it, who has it and what comes next is what everybody asks first.
  const isJudged = indstilling.step !== null;
  const first = isJudged ? way : null;
  const beside = (
    <>
      <Suspense fallback={<Loading />}>
        <Beside indstilling={indstilling} />
      </Suspense>
      {isJudged ? null : way}
    </>
  );
  if (!writes)
    return (
      <Around {...{ indstilling, since }}>
        <div className="meeting">
          <div>
            {viewAs === null ? <StepBar indstilling={indstilling} /> : null}
            <ReadSections indstilling={indstilling} />
          </div>
          <div>
            {first}
            <Section title={text.facts}>
              <IndstillingFacts indstilling={indstilling} />
            </Section>
            {beside}
          </div>
        </div>
      </Around>
    );
  return (
    <Suspense
      fallback={
        <Around {...{ indstilling, since }}>
          <Loading />
        </Around>
      }
    >
      <IndstillingDesk
        {...{ indstilling, first, beside }}
        around={(parts) => <Around {...{ indstilling, since, ...parts }} />}
      />
    </Suspense>
  );
}

interface AroundProps extends IndstillingProps {
  readonly status?: ReactNode;
  readonly children: ReactNode;
}

function Around({ indstilling, since, status, children }: AroundProps) {
  return (
    <Page
      title={indstilling.title}
      context={text.title}
      breadcrumb={<Link to="/indstillinger">{text.title}</Link>}
      status={
        <>
          <IndstillingState state={indstilling.state} />
          {status}
        </>
      }
    >
      {since}
      {children}
    </Page>
  );
}
