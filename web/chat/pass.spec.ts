import { describe, expect, it } from '@jest/globals';
import { before, begin, FakeDesk, keyOf, posts } from './fake-desk.js';
import { FakeWorld } from './fake-world.js';

const hello = { type: 'message', text: 'Hei', locale: 'nb-NO' } as const;

describe('keeping the right to the conversation', () => {
  it('renews once when the level has changed, and goes on with the new token and a fresh stream [C03]', async () => {
    const desk = new FakeDesk();
    const world = new FakeWorld(desk.answer);
    const { line, seen } = begin(world);
    await world.pass(1_000);
    desk.token = 't2';
    world.desk = before(desk.answer, ({ path }) => path === '/tokens/refresh', {
      status: 200,
      body: desk.session(),
    });
    line.post(hello);
    await world.pass(3_000);
    expect(world.calls('POST', /refresh/).map(({ token }) => token)).toEqual(['t1']);
    expect(world.asked.filter(posts).map((asked) => [asked.token, keyOf(asked)])).toEqual([
      ['t1', 'k1'],
      ['t2', 'k1'],
    ]);
    expect(world.sockets.map(({ address }) => address)).toEqual(['?t=1', '?t=2']);
    expect(seen.beginnings).toEqual([false]);
  });

  it('falls back on the cookie when the old token has had its day', async () => {
    const desk = new FakeDesk({ hasCookie: true });
    const world = new FakeWorld(desk.answer);
    const { line, seen } = begin(world);
    await world.pass(1_000);
    desk.token = 't2';
    line.post(hello);
    await world.pass(3_000);
    expect(world.calls('POST', /refresh/).map(({ token }) => token)).toEqual(['t1', undefined]);
    expect([desk.stored.length, seen.beginnings]).toEqual([2, [false]]);
  });

  it('renews before the token expires', async () => {
    const world = new FakeWorld(new FakeDesk().answer);
    begin(world);
    await world.pass(899_000);
    expect(world.calls('POST', /refresh/)).toHaveLength(0);
    await world.pass(2_000);
    expect(world.calls('POST', /refresh/)).toHaveLength(1);
  });

  it('begins anew when the conversation is truly gone, says so, and sends what waited', async () => {
    const desk = new FakeDesk();
    const world = new FakeWorld(desk.answer);
    const { line, seen } = begin(world);
    await world.pass(1_000);
    desk.conversationId = 'c2';
    line.post(hello);
    await world.pass(3_000);
    expect(seen.beginnings).toEqual([false, true]);
    expect(desk.stored).toHaveLength(2);
    expect(seen.outbox).toEqual([]);
  });

  it('asks for one renewal, however many calls were turned away', async () => {
    const desk = new FakeDesk({ hasCookie: true });
    const world = new FakeWorld(desk.answer);
    const { line } = begin(world);
    await world.pass(1_000);
    desk.token = 't2';
    for (let turn = 0; turn < 5; turn++) line.post(hello);
    line.nudge();
    await world.pass(5_000);
    expect(world.calls('POST', /refresh/)).toHaveLength(2);
    expect(desk.stored).toHaveLength(10);
  });
});

describe('the end', () => {
  it('forgets everything here and says nothing more, then tells the server', async () => {
    const desk = new FakeDesk();
    const world = new FakeWorld(desk.answer);
    const { line, seen } = begin(world);
    await world.pass(1_000);
    const told = line.end();
    const links = seen.links.length;
    await world.pass(120_000);
    expect(await told).toBe(true);
    expect(world.asked.at(-1)).toMatchObject({ method: 'POST', path: '/tokens/end', token: 't1' });
    expect([world.remembered, seen.links.length]).toEqual([false, links]);
  });

  it('ends with a renewed token when the level has just changed', async () => {
    const desk = new FakeDesk({ hasCookie: true });
    const world = new FakeWorld(desk.answer);
    const { line } = begin(world);
    await world.pass(1_000);
    desk.token = 't2';
    const told = line.end();
    await world.pass(10_000);
    expect(await told).toBe(true);
    expect(world.calls('POST', /tokens/).map(({ path, token }) => [path, token])).toEqual([
      ['/tokens/end', 't1'],
      ['/tokens/refresh', 't1'],
      ['/tokens/end', undefined],
      ['/tokens/refresh', undefined],
      ['/tokens/end', 't2'],
    ]);
  });

  it('has nothing to admit when the conversation was over before', async () => {
    const world = new FakeWorld(new FakeDesk().answer);
    const { line } = begin(world);
    await world.pass(1_000);
    world.desk = () => ({ status: 401 });
    expect(await line.end()).toBe(true);
  });

  it('admits it when the server could not be told', async () => {
    const world = new FakeWorld(new FakeDesk().answer);
    const { line } = begin(world);
    await world.pass(1_000);
    world.desk = () => 'lost';
    const told = line.end();
    await world.pass(60_000);
    expect(await told).toBe(false);
  });
});
