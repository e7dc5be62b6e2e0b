/**
 * Lets Node itself run the sources: for what is loaded outside Jest's own module system, such as globalSetup and
 * programs a test starts with `--import`. Imports nothing of ours, since Node reads this file without help.
 */
import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const javaScript = (typeScript: string): string =>
  transformSync(typeScript, {
    swcrc: false,
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  }).code;

registerHooks({
  resolve: (specifier, context, next) => {
    if (!/^\.{1,2}\/.*\.js$/.test(specifier) || context.parentURL === undefined) return next(specifier, context);
    const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (!existsSync(fileURLToPath(url))) return next(specifier, context);
    return { url: url.href, format: 'module', shortCircuit: true };
  },
  load: (url, context, next) => {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: javaScript(readFileSync(fileURLToPath(url), 'utf8')), shortCircuit: true };
  },
});
