import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Loading } from '../components/ui/loading.js';
import { notePageChange } from '../components/ui/page-focus.js';
import { readAarshjulSearch } from '../features/aarshjul/search.js';
import { readChangesSearch } from '../features/changes/search.js';
import { readDocumentSearch, readWordSearch } from '../features/documents/search.js';
import { readFollowUpSearch } from '../features/follow-ups/search.js';
import {
  readCompareSearch,
  readIndstillingSearch,
  readPrintedCompareSearch,
} from '../features/indstillinger/search.js';
import { agendaQuery, meetingQuery } from '../features/meetings/api/meetings.js';
import { readMeetingSearch } from '../features/meetings/search.js';
import { readMinutesSearch } from '../features/minutes/search.js';
import { readBilagSearch } from '../features/reading/bilag-search.js';
import { ownReadingQuery } from '../features/reading/api/own-reading.js';
import { statusOf } from '../lib/api/problem.js';
import { localPath, parseSearch, stringifySearch, textOf } from '../lib/search-params.js';
import type { RawSearch } from '../lib/search-params.js';
import { readAdminSearch } from './admin/admin-search.js';
import { Frame } from './frame/frame.js';
import { keepScrollPlaces } from './frame/scroll-place.js';
import { Shell } from './frame/shell.js';
import { ErrorPage } from './pages/error.js';
import { LandingPage } from './pages/landing.js';
import { NotFoundPage } from './pages/not-found.js';
import { readPrintSearch } from './print/print-search.js';
import { sessionQuery } from './session/session.js';

interface LoginSearch {
  /** Where to go when somebody is signed in. */
  readonly returnTo?: string | undefined;
  /** Signing in was tried and did not succeed. */
  readonly failed?: string | undefined;
  readonly signedOut?: string | undefined;
}

function readLoginSearch(search: RawSearch): LoginSearch {
  return {
    returnTo: localPath(search.returnTo),
    failed: textOf(search.failed),
    signedOut: textOf(search.signedOut),
  };
}

interface RouterContext {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const login = createRoute({
  getParentRoute: () => root,
  path: 'login',
  validateSearch: readLoginSearch,
  component: lazyRouteComponent(() => import('./pages/login.js')),
});
const signedIn = createRoute({
  getParentRoute: () => root,
  path: 'signed-in',
  component: lazyRouteComponent(() => import('./pages/signed-in.js')),
});

interface Going {
  readonly context: RouterContext;
  readonly location: { readonly href: string };
}

/** Who is not signed in is led to the login and back. */
async function signedInFirst({ context, location }: Going): Promise<void> {
  try {
    await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
  } catch (error) {
    if (statusOf(error) !== 401) throw error;
    const returnTo = location.href === '/' ? undefined : localPath(location.href);
    redirect({ to: '/login', search: { returnTo }, throw: true });
  }
}

/** Everything that needs somebody to be signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: signedInFirst,
  component: Frame,
});

/** What is made to be printed: without the frame. */
const printed = createRoute({ getParentRoute: () => root, id: 'printed', beforeLoad: signedInFirst });
const printAgenda = createRoute({
  getParentRoute: () => printed,
  path: 'print/meetings/$meetingId/agenda',
  validateSearch: readPrintSearch,
  component: lazyRouteComponent(() => import('./pages/print-agenda.js')),
});
const printMinutes = createRoute({
  getParentRoute: () => printed,
  path: 'print/meetings/$meetingId/minutes',
  validateSearch: readPrintSearch,
  component: lazyRouteComponent(() => import('./pages/print-minutes.js')),
});
const printNotes = createRoute({
  getParentRoute: () => printed,
  path: 'print/meetings/$meetingId/notes',
  component: lazyRouteComponent(() => import('./pages/print-notes.js')),
});
const printComments = createRoute({
  getParentRoute: () => printed,
  path: 'print/meetings/$meetingId/comments',
  component: lazyRouteComponent(() => import('./pages/print-comments.js')),
});
const printVersions = createRoute({
  getParentRoute: () => printed,
  path: 'print/indstillinger/$indstillingId/versions',
  validateSearch: readPrintedCompareSearch,
  component: lazyRouteComponent(() => import('./pages/print-versions.js')),
});

const landing = createRoute({ getParentRoute: () => inside, path: '/', component: LandingPage });
const overview = createRoute({
  getParentRoute: () => inside,
  path: 'overview',
  component: lazyRouteComponent(() => import('./pages/overview.js')),
});
const meetings = createRoute({
  getParentRoute: () => inside,
  path: 'meetings',
  validateSearch: readMeetingSearch,
  component: lazyRouteComponent(() => import('./pages/meetings.js')),
});
const meetingSeries = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/series',
  component: lazyRouteComponent(() => import('./pages/meeting-series.js')),
});
const newMeeting = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/new',
  component: lazyRouteComponent(() => import('./pages/new-meeting.js')),
});
const meeting = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId',
  component: lazyRouteComponent(() => import('./pages/meeting.js')),
});
const meetingSend = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/send',
  component: lazyRouteComponent(() => import('./pages/meeting-send.js')),
});
const agendaEditor = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/agenda',
  component: lazyRouteComponent(() => import('./pages/agenda-editor.js')),
});
const point = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/points/$pointId',
  component: lazyRouteComponent(() => import('./pages/point.js')),
});
/** The list beside the point stays while one reads on. */
const read = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/read',
  component: lazyRouteComponent(() => import('./pages/read.js')),
});
const readPoint = createRoute({ getParentRoute: () => read, path: '$pointId' });
const readBilag = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/read/$pointId/attachments/$attachmentId',
  validateSearch: readBilagSearch,
  component: lazyRouteComponent(() => import('./pages/read-bilag.js')),
});
const meetingNotes = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/notes',
  component: lazyRouteComponent(() => import('./pages/meeting-notes.js')),
});
const meetingComments = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/comments',
  component: lazyRouteComponent(() => import('./pages/meeting-comments.js')),
});
const minutes = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/minutes',
  validateSearch: readMinutesSearch,
  component: lazyRouteComponent(() => import('./pages/minutes.js')),
});
const meetingDocuments = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/documents',
  component: lazyRouteComponent(() => import('./pages/meeting-documents.js')),
});
const meetingDetails = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/details',
  component: lazyRouteComponent(() => import('./pages/meeting-details.js')),
});
const meetingHistory = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/history',
  component: lazyRouteComponent(() => import('./pages/meeting-history.js')),
});
const meetingChanges = createRoute({
  getParentRoute: () => inside,
  path: 'meetings/$meetingId/changes',
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import('./pages/meeting-changes.js')),
});
const aarshjul = createRoute({
  getParentRoute: () => inside,
  path: 'aarshjul',
  validateSearch: readAarshjulSearch,
  component: lazyRouteComponent(() => import('./pages/aarshjul.js')),
});
const documents = createRoute({
  getParentRoute: () => inside,
  path: 'documents',
  validateSearch: readDocumentSearch,
  component: lazyRouteComponent(() => import('./pages/documents.js')),
});
const followUps = createRoute({
  getParentRoute: () => inside,
  path: 'follow-ups',
  validateSearch: readFollowUpSearch,
  component: lazyRouteComponent(() => import('./pages/follow-ups.js')),
});
const followUp = createRoute({
  getParentRoute: () => followUps,
  path: '$followUpId',
  component: lazyRouteComponent(() => import('./pages/follow-up.js')),
});
const indstillinger = createRoute({
  getParentRoute: () => inside,
  path: 'indstillinger',
  validateSearch: readIndstillingSearch,
  component: lazyRouteComponent(() => import('./pages/indstillinger.js')),
});
const newIndstilling = createRoute({
  getParentRoute: () => inside,
  path: 'indstillinger/new',
  component: lazyRouteComponent(() => import('./pages/new-indstilling.js')),
});
const indstilling = createRoute({
  getParentRoute: () => inside,
  path: 'indstillinger/$indstillingId',
  component: lazyRouteComponent(() => import('./pages/indstilling.js')),
});
const indstillingVersions = createRoute({
  getParentRoute: () => inside,
  path: 'indstillinger/$indstillingId/versions/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('./pages/indstilling-versions.js')),
});
const indstillingDocuments = createRoute({
  getParentRoute: () => inside,
  path: 'indstillinger/$indstillingId/documents',
  component: lazyRouteComponent(() => import('./pages/indstilling-documents.js')),
});
const indstillingWord = createRoute({
  getParentRoute: () => inside,
  path: 'indstillinger/$indstillingId/word',
  validateSearch: readWordSearch,
  component: lazyRouteComponent(() => import('./pages/indstilling-word.js')),
});
const profile = createRoute({
  getParentRoute: () => inside,
  path: 'profile',
  component: lazyRouteComponent(() => import('./pages/profile.js')),
});
const adminBodies = createRoute({
  getParentRoute: () => inside,
  path: 'admin/bodies',
  validateSearch: readAdminSearch,
  component: lazyRouteComponent(() => import('./pages/admin-bodies.js')),
});
const adminUnits = createRoute({
  getParentRoute: () => inside,
  path: 'admin/units',
  validateSearch: readAdminSearch,
  component: lazyRouteComponent(() => import('./pages/admin-units.js')),
});
const adminUsers = createRoute({
  getParentRoute: () => inside,
  path: 'admin/users',
  validateSearch: readAdminSearch,
  component: lazyRouteComponent(() => import('./pages/admin-users.js')),
});
const elsewhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage });

const routeTree = root.addChildren([
  login,
  signedIn,
  printed.addChildren([printAgenda, printMinutes, printNotes, printComments, printVersions]),
  inside.addChildren([
    landing,
    overview,
    meetings,
    meetingSeries,
    newMeeting,
    meeting,
    agendaEditor,
    point,
    read.addChildren([readPoint]),
    readBilag,
    meetingNotes,
    meetingComments,
    meetingSend,
    minutes,
    meetingDocuments,
    meetingDetails,
    meetingHistory,
    meetingChanges,
    aarshjul,
    documents,
    indstillinger,
    newIndstilling,
    indstilling,
    indstillingVersions,
    indstillingDocuments,
    indstillingWord,
    followUps.addChildren([followUp]),
    profile,
    adminBodies,
    adminUnits,
    adminUsers,
    elsewhere,
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPendingMs: 300,
    // What shows while one waits is quiet: nobody waits on for its sake.
    defaultPendingMinMs: 0,
    defaultPendingComponent: () => <Loading />,
    defaultErrorComponent: ({ error, reset }) => <ErrorPage error={error} onRetry={reset} />,
  });
  router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) notePageChange();
  });
  keepScrollPlaces(router);
  fetchPage(router, queryClient);
  return router;
}

/**
 * The page that is opened first comes while it is asked who is signed in, not after that; so does what is read there, for
 * those who wait for it with a phone in their hand.
 */
function fetchPage({ getMatchedRoutes, latestLocation }: AnyRouter, queryClient: QueryClient): void {
  const [routes, { meetingId }] = getMatchedRoutes(latestLocation.pathname);
  for (const { options } of routes) void options.component?.preload?.();
  if (meetingId === undefined || !routes.some(({ id }) => id === read.id || id === readBilag.id)) return;
  // Where it does not come, the page asks again, and says so.
  const quietly = (asked: Promise<unknown>): void => void asked.catch(() => undefined);
  quietly(queryClient.query(meetingQuery(meetingId)));
  quietly(queryClient.query(agendaQuery(meetingId)));
  quietly(queryClient.query(ownReadingQuery(meetingId)));
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
