/**
 * From `npm start` to every door answering, with and without a database from before, and what both processes hold
 * when nothing happens; against a bare Nest application that answers one route.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ChatClient } from '../test/world/chat-client.js';
import { startDesk } from '../test/world/running-desk.js';
import { childWith, residentMb } from './processes.js';

const settleMs = 5_000;
const timed = async <T>(what: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> => {
  const began = performance.now();
  const value = await what();
  return { ms: Math.round(performance.now() - began), value };
};

/** Nest, Express and one route: what any service of this kind pays before its first line of its own. */
const bareNest = `
  import 'reflect-metadata';
  import { Controller, Get, Module } from '@nestjs/common';
  import { NestFactory } from '@nestjs/core';
  class Home { home() { return 'here'; } }
  Reflect.decorate([Get()], Home.prototype, 'home', Object.getOwnPropertyDescriptor(Home.prototype, 'home'));
  Controller()(Home);
  class Root {}
  Module({ controllers: [Home] })(Root);
  const app = await NestFactory.create(Root, { logger: false });
  await app.listen(0, '127.0.0.1');
  process.stdout.write('up');
`;

const startBare = async (): Promise<{ readonly ms: number; readonly residentMb: number }> => {
  const folder = mkdtempSync(join(resolve(import.meta.dirname, '..'), '.bench-'));
  const file = join(folder, 'bare.mjs');
  writeFileSync(file, bareNest);
  const { ms, value: child } = await timed(async () => {
    const started = spawn(process.execPath, [pathToFileURL(file).pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(started.stdout, 'data');
    return started;
  });
  await pause(settleMs);
  const held = residentMb(child.pid ?? 0);
  child.kill();
  rmSync(folder, { recursive: true, force: true });
  return { ms, residentMb: held };
};

const dataFolder = mkdtempSync(join(tmpdir(), 'skranke-bench-'));
const first = await timed(() => startDesk({ SKRANKE_DATA: dataFolder }));
await pause(settleMs);
const pid = first.value.process.pid ?? 0;
const idle = { mainMb: residentMb(childWith(pid, 'main.js')), workerMb: residentMb(childWith(pid, 'worker.js')) };
const hello = await timed(async () => (await ChatClient.open(first.value.url)).read(0));
first.value.process.kill('SIGTERM');
await once(first.value.process, 'exit');
const again = await timed(() => startDesk({ SKRANKE_DATA: dataFolder }));
await again.value.stop();
const bare = await startBare();

console.log(
  JSON.stringify({
    figure: 'cold start',
    freshMs: first.ms,
    againMs: again.ms,
    firstMessageMs: hello.ms,
    idle,
    bareNest: bare,
    ratioToBareNest: Math.round((first.ms / bare.ms) * 10) / 10,
  }),
);
