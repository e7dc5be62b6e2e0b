/** The same conversations with the product itself: every world a desk of its own, started as an operator starts it. */
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../world/database.js';
import { innerDesk, settingsFor } from '../../world/inner-desk.js';
import { startDesk } from '../../world/running-desk.js';
import { castOf, type Member } from './cast.js';
import { compare, leaksFound, type Difference, type Held } from './compare.js';
import { scriptOf, type Script } from './script.js';
import { holdOverTheWire, type WiredDesk } from './wire-door.js';
import { wireLeaks } from './wire-leaks.js';
import { plantWorld, type World } from './worlds.js';

/** With a mailbox proven, the debtor's desk is held beside one where she has no claims. */
const worlds: readonly World[] = [
  { level: 'none', name: 'debtor' },
  { level: 'none', name: 'unknown' },
  { level: 'none', name: 'erased' },
  { level: 'none', name: 'namesake' },
  { level: 'low', name: 'without claims' },
];
/** A mail takes seconds, so only some conversations send one. */
const mailShare = 0.2;

/** Here the clock is the machine's: nobody is met twice, because a code is sent three times an hour at most. */
const spare = 3;

type Wired = WiredDesk & { readonly world: World; readonly close: () => Promise<void> };

export const overTheWire = async (conversations: number) => {
  const started = Date.now();
  const cast = castOf(Math.ceil(conversations * spare));
  const desks = conversations === 0 ? [] : await raised(cast);
  const differences: Difference[] = [];
  const found = new Set<string>();
  let pairs = 0;
  let pieces = 0;
  try {
    for (const [script, member] of chosen(conversations, cast)) {
      const held = await Promise.all(
        desks
          .filter((wired) => takesPart(wired.world, script))
          .map(async (wired): Promise<Held> => ({
            world: wired.world,
            seen: await holdOverTheWire(wired, script, member),
          })),
      );
      pairs += held.length - 1;
      pieces += held.reduce((sum, { seen }) => sum + seen.length, 0);
      differences.push(...compare(script, held, false));
      for (const name of leaksFound(
        held,
        wireLeaks.filter((leak) => !found.has(leak.name)),
        false,
      ))
        found.add(name);
    }
  } finally {
    for (const { close } of desks) await close();
  }
  const missed = conversations === 0 ? [] : wireLeaks.map(({ name }) => name).filter((name) => !found.has(name));
  return {
    conversations,
    pairs,
    pieces,
    different: differences.length,
    differences: differences.slice(0, 10),
    leaks: { planted: wireLeaks.length, found: found.size, missed },
    seconds: Math.round((Date.now() - started) / 1000),
  };
};

const takesPart = (world: World, script: Script): boolean => world.name === 'debtor' || world.level === script.level;

/** The first so many whose share of mails is small. */
const chosen = function* (conversations: number, cast: readonly Member[]): Generator<readonly [Script, Member]> {
  let taken = 0;
  let withMail = 0;
  for (let seed = 100_000; taken < conversations; seed += 1) {
    const member = cast[seed % cast.length];
    if (member === undefined) return;
    const script = scriptOf(seed, member);
    const mails = script.steps.some((step) => step.do === 'mail');
    if (mails && withMail >= conversations * mailShare) continue;
    taken += 1;
    withMail += mails ? 1 : 0;
    yield [script, member];
  }
};

const raised = async (cast: readonly Member[]): Promise<readonly Wired[]> => {
  const desks: Wired[] = [];
  for (const world of worlds) desks.push(await raise(world, cast));
  return desks;
};

const raise = async (world: World, cast: readonly Member[]): Promise<Wired> => {
  const database = await freshDatabase();
  const planting = await innerDesk(database);
  await plantWorld(planting, world, cast);
  await planting.close();
  const desk = await startDesk(environment(database));
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  return {
    world,
    desk,
    owner,
    inbound: { count: 0 },
    close: async () => {
      await owner.end();
      await desk.stop();
      await database.drop();
    },
  };
};

const environment = (database: FreshDatabase): Readonly<Record<string, string>> => {
  const { SKRANKE_KEY, SKRANKE_INDEX_KEY, SKRANKE_MAC_KEY } = settingsFor(database);
  const written = (key: Uint8Array): string => Buffer.from(key).toString('base64');
  return {
    DATABASE_URL: database.appUrl,
    KEYS_DATABASE_URL: database.keysUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    SKRANKE_MODE: 'demo',
    SKRANKE_KEY: written(SKRANKE_KEY),
    SKRANKE_INDEX_KEY: written(SKRANKE_INDEX_KEY),
    SKRANKE_MAC_KEY: written(SKRANKE_MAC_KEY),
    PUBLIC_URL: 'https://skranke.fjordvakt.example',
    SKRANKE_TEST_CLUSTER: '',
  };
};
