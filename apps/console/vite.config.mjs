import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The console's page into dist/apps/console, beside the processes. */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  publicDir: false,
  html: { cspNonce: '%NONCE%' }, // serve-console.ts puts that of the answer in its place
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: here('../../dist/apps/console'),
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false }, // it would be an inline script
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      // Packages mark what runs in browsers only; here all does.
      onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
    },
  },
});
