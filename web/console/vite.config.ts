/** Builds the caseworkers' console into `dist/web/console`; everything it loads lies under `/console-assets/`. */
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config = defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: here('../../dist/web/console'),
    emptyOutDir: true,
    assetsDir: 'console-assets',
    // The page's policy knows 'self' only: nothing may be inlined, and no polyfill may write a script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
});

export { config as default };
