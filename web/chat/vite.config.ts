/** Builds the debtor's chat page into `dist/web/chat`; everything it loads lies under `/chat-assets/`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config = defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  resolve: { alias: { 'preact/jsx-runtime': here('./jsx-runtime.ts') } },
  plugins: [{ name: 'close-up-html', transformIndexHtml: (html) => html.replace(/\s*\n\s*/gu, '\n') }],
  build: {
    outDir: here('../../dist/web/chat'),
    emptyOutDir: true,
    assetsDir: 'chat-assets',
    // The page's policy knows 'self' only: nothing may be inlined, and no polyfill may write a script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});

export { config as default };
