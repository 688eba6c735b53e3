/**
 * Who may import whom. The order of FEATURES is the order of dependence: a feature may use, through `index.ts`,
 * only those to its left. The last group listens to events and is imported by nobody but the apps.
 */
const FEATURES = [
  'organisation',
  'identity',
  'saved-views',
  'meetings',
  'indstillinger',
  'agenda-points',
  'attachments',
  'decisions',
  'follow-ups',
  'aarshjul',
  'sending',
  'minutes',
  'documents',
  'reading',
  'course',
  'imports',
  'overview',
  'audit',
  'notifications',
  'search',
  'publication',
];
const EVENT_LISTENERS = ['audit', 'notifications', 'search', 'publication'];

const leftOnly = FEATURES.map((name, i) => ({
  name: `feature-${name}-imports-only-to-its-left`,
  severity: 'error',
  from: { path: `^libs/features/${name}/` },
  to: {
    path: `^libs/features/(${
      FEATURES.slice(i + 1)
        .concat(EVENT_LISTENERS.filter((l) => l !== name))
        .join('|') || 'none'
    })/`,
  },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-imports-nothing-outside-itself',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.(ts|cjs)$' },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'domain-specs-use-only-domain-and-jest',
      severity: 'error',
      from: { path: '^libs/domain/.*\\.spec\\.ts$' },
      to: { path: '^(libs/(?!domain/)|apps/)' },
    },
    {
      name: 'contracts-import-domain-only',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { path: '^(libs/(?!domain/|contracts/)|apps/)' },
    },
    {
      name: 'rendering-imports-domain-only',
      severity: 'error',
      from: { path: '^libs/rendering/' },
      to: { path: '^(libs/(?!domain/|rendering/)|apps/)' },
    },
    {
      name: 'platform-imports-contracts-only',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^(libs/(?!contracts/|platform/)|apps/)' },
    },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'features-import-each-other-through-index',
      severity: 'error',
      from: { path: '^libs/features/([^/]+)/' },
      to: {
        path: '^libs/features/([^/]+)/',
        pathNot: ['^libs/features/$1/', '^libs/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'apps-import-features-through-index',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/features/', pathNot: '^libs/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'api-and-worker-only-compose',
      severity: 'error',
      from: { path: '^apps/(api|worker)/' },
      to: { path: '^libs/(domain|rendering|contracts)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.spec\\.(ts|cjs)$', '^migrations/', '^test/'] },
      to: {},
    },
    {
      name: 'web-imports-domain-and-contracts-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs/(?!domain/|contracts/)|apps/(?!web/)|migrations/|test/)' },
    },
    {
      name: 'web-takes-only-types-from-contracts',
      comment: 'The schemas carry zod, which would be most of what the browser fetches.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(features/(?!$1/)|app/)' },
    },
    {
      name: 'nobody-imports-the-web',
      severity: 'error',
      from: { pathNot: '^apps/web/' },
      to: { path: '^apps/web/' },
    },
    ...leftOnly,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
};
