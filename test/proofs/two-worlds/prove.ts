import { raiseCluster } from '../../world/cluster.js';
import { freshDatabase, type FreshDatabase } from '../../world/database.js';
import { innerDesk, storyTime, type InnerDesk } from '../../world/inner-desk.js';
import { castOf } from './cast.js';
import { holdInside } from './inner-door.js';
import type { DeskPolicy } from '../../../src/modules/policy/desk-policy.js';
import { shippedPolicy } from '../../world/shipped-policy.js';
import { compare, leaksFound, type Difference, type Held } from './compare.js';
import { leaks } from './leaks.js';
import { scriptOf } from './script.js';
import { overTheWire } from './wire.js';
import { plantWorld, worlds, type World } from './worlds.js';

const cast = castOf(25);
/** Conversations are held so long after one another, so that limits by hour and day have begun anew when one comes round. */
const hoursApart = 5;
/** So many conversations at once, each lane with databases and clocks of its own: most of the time is waiting. */
const laneCount = 3;

type Placed = { readonly world: World; readonly desk: InnerDesk; readonly database: FreshDatabase };

/** @returns whether nothing differed and every planted leak was found; prints the figures as JSON */
export const proveTwoWorlds = async (args: readonly string[]): Promise<boolean> => {
  const end = await raiseCluster();
  try {
    const seeds = flag(args, '--seeds', 2_000);
    const inside = await holdAll(seeds, flag(args, '--from', 0));
    const wire = await overTheWire(flag(args, '--wire', 100));
    const loosenedRule = await differsUnder(loosened);
    console.log(JSON.stringify({ proof: 'two worlds', inside, wire, loosenedRule: { found: loosenedRule } }, null, 2));
    return (
      loosenedRule && [inside, wire].every(({ different, leaks: { missed } }) => different === 0 && missed.length === 0)
    );
  } finally {
    await end();
  }
};

/** A policy that tells the claims to whoever has the mailbox: a leak in the rules themselves, which must show as well. */
const loosened: DeskPolicy = {
  ...shippedPolicy,
  disclosure: {
    ...shippedPolicy.disclosure,
    rules: shippedPolicy.disclosure.rules.map((rule) =>
      rule.id === 'claim-to-debtor' ? { ...rule, level: 'low' } : rule,
    ),
  },
};

const differsUnder = async (policy: DeskPolicy): Promise<boolean> => {
  const two = worlds.filter(({ level, name }) => level === 'low' && (name === 'debtor' || name === 'without claims'));
  const placed: Placed[] = [];
  for (const world of two) placed.push(await placedIn(world, await plantedDatabase(world), policy));
  const tally = newTally();
  for (let seed = 0; seed < 100 && tally.differences.length === 0; seed += 1) await holdOne(seed, placed, tally);
  for (const { desk, database } of placed) await desk.close().then(async () => database.drop());
  return tally.differences.length > 0;
};

const flag = (args: readonly string[], name: string, otherwise: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
};

const holdAll = async (seeds: number, from: number) => {
  const started = Date.now();
  const planted = await Promise.all(worlds.map(async (world) => ({ world, database: await plantedDatabase(world) })));
  const tally = newTally();
  const talking = Date.now();
  await Promise.all(
    Array.from({ length: laneCount }, async (_, lane) => {
      const placed: Placed[] = [];
      for (const { world, database } of planted) placed.push(await placedIn(world, database));
      for (let seed = from + lane; seed < from + seeds; seed += laneCount) await holdOne(seed, placed, tally);
      for (const { desk, database } of placed) await desk.close().then(async () => database.drop());
    }),
  );
  await Promise.all(planted.map(async ({ database }) => database.drop()));
  const { none, low, steps, pairs, pieces, differences, found } = tally;
  return {
    conversations: none + low,
    none,
    low,
    worlds: worlds.map(({ level, name }) => `${level}: ${name}`),
    pairs,
    steps,
    pieces,
    different: differences.length,
    differences: differences.slice(0, 10),
    leaks: {
      planted: leaks.length,
      found: found.size,
      missed: leaks.map(({ name }) => name).filter((name) => !found.has(name)),
    },
    seconds: { planting: seconds(started, talking), talking: seconds(talking, Date.now()) },
  };
};

const seconds = (from: number, to: number): number => Math.round((to - from) / 1000);

const newTally = () => ({
  none: 0,
  low: 0,
  steps: 0,
  pairs: 0,
  pieces: 0,
  differences: [] as Difference[],
  found: new Set<string>(),
});

const plantedDatabase = async (world: World): Promise<FreshDatabase> => {
  const database = await freshDatabase();
  const desk = await innerDesk(database);
  await plantWorld(desk, world, cast);
  await desk.close();
  return database;
};

const placedIn = async (world: World, { name }: FreshDatabase, policy?: DeskPolicy): Promise<Placed> => {
  const database = await freshDatabase(name);
  return { world, database, desk: await innerDesk(database, policy) };
};

const holdOne = async (seed: number, placed: readonly Placed[], tally: ReturnType<typeof newTally>): Promise<void> => {
  const member = cast[seed % cast.length];
  if (member === undefined) throw new Error('an empty cast');
  const script = scriptOf(seed, member);
  const held = await Promise.all(
    placed
      .filter(({ world }) => world.level === script.level)
      .map(async ({ world, desk }): Promise<Held> => {
        desk.clock.moveTo(new Date(storyTime.getTime() + seed * hoursApart * 3_600_000));
        desk.sent();
        return { world, seen: await holdInside(desk, script, member) };
      }),
  );
  tally[script.level] += 1;
  tally.steps += script.steps.length * held.length;
  tally.pairs += held.length - 1;
  tally.pieces += held.reduce((sum, { seen }) => sum + seen.length, 0);
  tally.differences.push(...compare(script, held, true));
  const wanted = leaks.filter(({ name }) => !tally.found.has(name));
  for (const name of leaksFound(held, wanted, true)) tally.found.add(name);
};
