import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';

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
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/sign-in': 'http://127.0.0.1:3000' } },
});
