/** Two `main` processes on one database: a person may speak to the one and hear from the other. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { databaseUrl, linesOf } from '../world/desk-database.js';
import { RawDoor, RawStream } from '../world/raw-door.js';
import { eventually, startDesk, type RunningDesk } from '../world/running-desk.js';
import type { MainProcess } from '../world/main-process.js';
import { startSecondMain } from '../world/second-main.js';

let desk: RunningDesk;
let second: MainProcess;
let here: RawDoor;
let there: RawDoor;

beforeAll(async () => {
  desk = await startDesk();
  second = await startSecondMain(desk);
  here = new RawDoor(desk.url);
  there = new RawDoor(second.url);
}, 90_000);

afterAll(async () => {
  await second.stop();
  await desk.stop();
}, 30_000);

const heardAll = async (stream: RawStream, count: number, withinMs = 15_000): Promise<void> => {
  const heard = () => Promise.resolve(stream.heard.length >= count ? true : null);
  await eventually(`${String(count)} lines`, heard, withinMs);
};

describe('two replicas', () => {
  it('bring two hundred replies to the other one, in order, none twice', async () => {
    const opened = await here.open();
    const stream = new RawStream(await there.streamUrl(opened));
    await heardAll(stream, 1);
    const ids: string[] = [];
    for (let nth = 0; nth < 200; nth += 1)
      ids.push(((await here.said(opened, `hei ${String(nth)}`)).body as { id: string }).id);
    await heardAll(stream, 401);
    const { activities } = (await there.read(opened, '0')).body as { activities: { id: string; replyToId?: string }[] };
    expect(stream.heard.slice(0, activities.length)).toEqual(activities.map(({ id }) => id));
    expect(new Set(stream.heard).size).toBe(401);
    const lines = stream.frames.flatMap((frame) => frame.activities as readonly { replyToId?: string }[]);
    expect(lines.flatMap(({ replyToId }) => replyToId ?? [])).toEqual(ids);
    stream.socket.close();
  }, 60_000);

  it('store a message once that reaches both at the same time [C04]', async () => {
    const opened = await here.open();
    for (let nth = 0; nth < 20; nth += 1) {
      const both = await Promise.all([here, there].map(async (door) => door.said(opened, 'hei', `id-${String(nth)}`)));
      expect(new Set(both.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    }
    expect(await linesOf(desk, opened.conversationId)).toBe(41);
  }, 30_000);

  it('let a ticket be spent at one of them only [C10]', async () => {
    const opened = await here.open();
    const address = await here.streamUrl(opened);
    const ports = [desk.url, second.url].map((url) => new URL(url).port);
    const tried = await Promise.all(
      ports.map(async (port) => new RawStream(address.replace(/:\d+\//, `:${port}/`)).status()),
    );
    expect(tried.toSorted()).toEqual([101, 403]);
  });

  it('lose nothing when Postgres drops the connections that listen', async () => {
    const opened = await here.open();
    const stream = new RawStream(await there.streamUrl(opened));
    await heardAll(stream, 1);
    const superuser = new Client({ connectionString: await databaseUrl(desk, 'superuser') });
    await superuser.connect();
    const { rowCount } = await superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'`,
    );
    await superuser.end();
    expect(rowCount).toBeGreaterThanOrEqual(2);
    await here.said(opened, 'hei');
    await heardAll(stream, 3, 8_000);
    await new Promise((wake) => setTimeout(wake, 1_000));
    const started = Date.now();
    await here.said(opened, 'hei igjen');
    await heardAll(stream, 5);
    expect(Date.now() - started).toBeLessThan(1_000);
    stream.socket.close();
  }, 30_000);

  it('send their sockets away politely when one of them goes, and the other carries on', async () => {
    const opened = await here.open();
    const stream = new RawStream(await there.streamUrl(opened));
    await heardAll(stream, 1);
    await second.stop();
    expect(await stream.closed).toBe(1012);
    const again = new RawStream(await here.streamUrl(opened, '1'));
    await here.said(opened, 'hei');
    await heardAll(again, 2);
    again.socket.close();
  }, 30_000);
});
