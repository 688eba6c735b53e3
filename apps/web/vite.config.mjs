import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';

const ours = (names) => new RegExp(`(${names.join('|')})\\.tsx?$`);

/**
 * Which modules come together. Left alone, every set of pages that share a module makes a file of its own, and a first page
 * some thirty of them, most below 1 kB: a browser asks for six at a time, and a phone waits a sixth of a second for each
 * six. What nearly all pages use is two files, the libraries by themselves since they seldom change; what reading an
 * agenda needs beside is gathered by what else is read with it. tools/build-web.mjs says what each route carries.
 */
const GATHERED = [
  {
    name: 'libraries',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack|use-sync-external-store)\//,
    minShareCount: 20,
    priority: 5,
  },
  {
    name: 'common',
    test: ours([
      'texts/(common|meetings|problems|quoted)',
      'ui/(page|page-focus|button|chip|empty|field|icon|loaded|loading|problem-panel)',
      'lib/(announcements|formats|search-params|store|api/(client|credentials|pages|problem)|autosave/drafts)',
      'app/session/session',
      'features/meetings/api/meetings',
      'features/reading/api/own-reading',
      'domain/calendar/(iso-date|clock-time|danish-dates|zone)',
      'domain/(follow-up|indstilling)/workflow',
      'domain/indstilling/lists',
      'domain/meeting/agenda-out',
    ]),
    priority: 4,
  },
  {
    name: 'changes',
    test: ours([
      'texts/changes',
      'ui/changed-chip',
      'features/changes/(use-change-marks|versions|api/changes)',
    ]),
    priority: 3,
  },
  {
    name: 'papers',
    test: ours([
      'ui/rich-text',
      'domain/text/blocks',
      'domain/indstilling/sections',
      'texts/(empty-section|course)',
      'features/course/components/course',
      'features/indstillinger/(sections|headings|decision-first|components/section-text|api/indstilling)',
    ]),
    priority: 2,
  },
  {
    name: 'reading',
    test: ours([
      'texts/(reading|bilag)',
      'app/reading/(order|use-own-reading)',
      'features/reading/own-reading',
      'domain/agenda/guests\\.text',
      'features/meetings/components/agenda',
      'features/attachments/(file-facts|api/attachments)',
      'lib/api/upload',
    ]),
    priority: 1,
  },
];

/**
 * The web application, into dist/web. Nothing is written into the page itself (no inline script, style or data: file),
 * so that a content security policy without exceptions lets everything through.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [{ ...optimizeLocales.vite({ locales: ['da-DK'] }), enforce: 'pre' }],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    // The build step prints what a route carries, compressed, and knows its limits.
    reportCompressedSize: false,
    rolldownOptions: {
      // The rules are pure: a page fetches those that it asks, not their neighbours.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/domain\//, sideEffects: false }] },
      // "use client" is for servers that render React; there is none here.
      output: { codeSplitting: { groups: GATHERED, includeDependenciesRecursively: false } },
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/sign-in': 'http://127.0.0.1:3000' } },
});
