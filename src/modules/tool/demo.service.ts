/** What the demo brings along: a database, a mailbox and keys, all below its data folder. */
import { mkdir, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { childEnvironment, type BroughtAlong } from './child-environment.js';
import { demoSecrets, type DemoSecrets } from './demo-secrets.service.js';
import type { DeskParts } from './desk-parts.js';
import type { DoorPorts } from './door-ports.js';
import { removePostgres } from './embedded-postgres.service.js';
import { startMailbox } from './embedded-mailbox.service.js';
import { keepPostgres, type KeptPostgres } from './kept-postgres.service.js';
import { migrateIn } from './migrate-in.service.js';
import { readKept } from './postgres-keeping.service.js';
import { sentMailAt } from './sent-mail.repository.js';
import type { Teardown } from './teardown.js';
import { startTestId } from './test-id.service.js';

export type DemoWish = {
  readonly parts: DeskParts;
  readonly ports: DoorPorts;
  /** Begin the sample world anew. */
  readonly fresh: boolean;
  /** Absolute; ours alone. */
  readonly dataFolder: string;
  readonly logFolder: string;
  /** The folder of the compiled program. */
  readonly built: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (step: string) => void;
  /** Told once, when the database cannot be kept up. */
  readonly onGivenUp: (reason: string) => void;
};

export type Demo = BroughtAlong & { readonly postgres: KeptPostgres | null };

const loopback = '127.0.0.1';
const mailboxName = 'post@fjordvakt.example';

/**
 * @param house  takes down whatever had been raised, also when raising stops half way
 * @throws       CannotStart with the one readable reason
 */
export const raiseDemo = async (wish: DemoWish, house: Teardown): Promise<Demo> => {
  if (wish.fresh) await clear(wish.dataFolder);
  await mkdir(wish.logFolder, { recursive: true, mode: 0o700 });
  const postgresFolder = join(wish.dataFolder, 'postgres');
  const secrets = await demoSecrets(wish.dataFolder, (await readKept(postgresFolder)) !== null);
  const postgres = wish.parts.embeddedPostgres ? await raisePostgres(wish, postgresFolder, house) : null;
  const ownerUrl = postgres?.url('owner') ?? wish.env['DATABASE_OWNER_URL'];
  if (ownerUrl !== undefined && ownerUrl !== '') {
    wish.say('bringing the database up to date');
    await migrateIn(wish.built, childEnvironment(wish.env, bare(wish)), ownerUrl, wish.logFolder);
  }
  const database = postgres === null ? null : { url: postgres.url('app'), keysUrl: postgres.url('keys') };
  const mailbox = wish.parts.embeddedMailbox ? await raiseMailbox(wish, database, secrets, house) : null;
  const testId = wish.parts.testId ? await raiseTestId(wish, house) : null;
  return { ...bare(wish), database, mailbox, testId, keys: keysOf(wish, secrets), postgres };
};

const clear = async (folder: string): Promise<void> => {
  await removePostgres(join(folder, 'postgres'));
  await Promise.all(
    ['secrets.json', 'journal-heads.jsonl', 'log'].map((each) =>
      rm(join(folder, each), { recursive: true, force: true }),
    ),
  );
};

const raisePostgres = async (wish: DemoWish, dataDir: string, house: Teardown): Promise<KeptPostgres> => {
  const { ports, say, onGivenUp } = wish;
  const options = { dataDir, port: ports.postgres, onBusy: 'take-another', onProgress: say } as const;
  const postgres = await keepPostgres(options, onGivenUp);
  await house.add(postgres.stop, postgres.kill);
  return postgres;
};

const raiseMailbox = async (
  wish: DemoWish,
  database: BroughtAlong['database'],
  secrets: DemoSecrets,
  house: Teardown,
): Promise<NonNullable<BroughtAlong['mailbox']>> => {
  wish.say('opening the mailbox');
  const sent = sentMailAt(database?.url ?? wish.env['DATABASE_URL'] ?? '');
  await house.add(sent.close, () => undefined);
  const { imap: imapPort, smtp: smtpPort } = wish.ports;
  const login = { name: mailboxName, password: secrets.imapPassword };
  const mailbox = await startMailbox({ imapPort, smtpPort, ...login, onMail: sent.keep });
  await house.add(mailbox.stop, mailbox.kill);
  return { host: loopback, imapPort, smtpPort, ...login };
};

/** Its client's secret is new at every start: nobody else needs it. */
const raiseTestId = async (wish: DemoWish, house: Teardown): Promise<NonNullable<BroughtAlong['testId']>> => {
  const { http, testId: port } = wish.ports;
  const client = { clientId: 'skranke-demo', clientSecret: randomBytes(24).toString('base64url') };
  const issuer = `http://${loopback}:${port}`;
  const desks = [loopback, 'localhost', '[::1]'].map((host) => `http://${host}:${http}`);
  const outer = wish.env['PUBLIC_URL'];
  const testId = await startTestId(port, {
    ...client,
    issuer,
    returnTo: [...desks, ...(outer ? [new URL(outer).origin] : [])].map((desk) => `${desk}/eid/callback`),
    people: `http://${loopback}:${http}/dev/people.json`,
    cookieKey: randomBytes(24).toString('base64url'),
  });
  await house.add(testId.stop, testId.kill);
  return { issuer, ...client };
};

const keysOf = (wish: DemoWish, secrets: DemoSecrets): Readonly<Record<string, string>> => {
  const { SKRANKE_KEY, SKRANKE_INDEX_KEY, SKRANKE_MAC_KEY, SKRANKE_JOURNAL_KEY } = secrets;
  const SKRANKE_JOURNAL_HEADS = join(wish.dataFolder, 'journal-heads.jsonl');
  const made = { SKRANKE_KEY, SKRANKE_INDEX_KEY, SKRANKE_MAC_KEY, SKRANKE_JOURNAL_KEY, SKRANKE_JOURNAL_HEADS };
  const given = Object.entries(wish.env).flatMap(([name, value]) =>
    name in made && value ? [[name, value] as const] : [],
  );
  return { ...made, ...Object.fromEntries(given) };
};

const bare = (wish: DemoWish): BroughtAlong => ({
  mode: 'demo',
  port: wish.ports.http,
  database: null,
  mailbox: null,
  testId: null,
  keys: {},
});
