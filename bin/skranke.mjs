#!/usr/bin/env node
// `npx skranke` may be run by an older Node; the one the project brings does the work.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = `${root}node_modules/node/bin/node`;
const child = spawn(existsSync(own) ? own : process.execPath, [`${root}dist/modules/tool/skranke.service.js`, ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
