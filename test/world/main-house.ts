/** The process that answers HTTP, in the test's own process, on a database of its own; no worker, no mailbox. */
import { cpSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { MainModule } from '../../src/app.module.js';
import { ConsoleModule } from '../../src/modules/console/console.module.js';
import { ClockService } from '../../src/modules/database/clock.service.js';
import { VaultService } from '../../src/modules/disclosure/vault.service.js';
import { prepareHttp } from '../../src/modules/health/prepare-http.service.js';
import { IntakeRepository } from '../../src/modules/intake/intake.repository.js';
import type { Settings } from '../../src/modules/policy/settings.schema.js';
import { loadSampleWorld } from '../../src/modules/sample/sample-world.service.js';
import { SeedService } from '../../src/modules/sample/seed.service.js';
import { readSettings } from '../../src/settings.js';
import { freshDatabase, type FreshDatabase } from './database.js';

export type MainHouse = {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly settings: Settings;
  readonly source: DataSource;
  close(): Promise<void>;
};

const testKey = (letter: string): string => Buffer.alloc(32, letter).toString('base64');

const shipped = resolve(import.meta.dirname, '../../config');

/** Production has a collector file of its own and never the sample's. */
const configOfItsOwn = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'skranke-config-'));
  cpSync(shipped, folder, { recursive: true });
  cpSync(join(shipped, 'sample/collector.yaml'), join(folder, 'collector.yaml'));
  return folder;
};

/** The least a `main` needs to know, on a database of its own. */
export const houseEnvironment = (
  mode: 'demo' | 'production',
  { appUrl, keysUrl }: Pick<FreshDatabase, 'appUrl' | 'keysUrl'>,
): Readonly<Record<string, string>> => ({
  SKRANKE_MODE: mode,
  DATABASE_URL: appUrl,
  KEYS_DATABASE_URL: keysUrl,
  SKRANKE_KEY: testKey('k'),
  SKRANKE_INDEX_KEY: testKey('i'),
  SKRANKE_MAC_KEY: testKey('m'),
  SKRANKE_JOURNAL_KEY: testKey('j'),
  SKRANKE_CONFIG: mode === 'production' ? configOfItsOwn() : shipped,
  IMAP_HOST: '127.0.0.1',
  IMAP_USER: 'desk',
  IMAP_PASSWORD: 'none',
  SMTP_HOST: '127.0.0.1',
  LOG_LEVEL: 'fatal',
});

/**
 * @param mode  the sample world is planted in demo mode only
 * @param more  settings beside those every test has
 */
export const openHouse = async (
  mode: 'demo' | 'production' = 'demo',
  more: Readonly<Record<string, string>> = {},
): Promise<MainHouse> => {
  const database = await freshDatabase();
  const port = await freePort();
  const settings = readSettings({ ...houseEnvironment(mode, database), PORT: String(port), ...more });
  const app = await NestFactory.create<NestExpressApplication>(MainModule.with(settings), {
    abortOnError: false,
    logger: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  prepareHttp(app, settings);
  ConsoleModule.describe(app);
  await app.listen(port, '127.0.0.1');
  const source = app.get(DataSource);
  if (mode === 'demo') await plant(app, settings);
  return {
    app,
    url: settings.publicUrl,
    settings,
    source,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
};

const plant = async (app: NestExpressApplication, settings: Settings): Promise<void> => {
  const intake = new IntakeRepository(app.get(VaultService), settings);
  const world = loadSampleWorld(settings.configDirectory);
  await new SeedService(app.get(DataSource), intake, app.get(ClockService), world).seed();
};

export const freePort = async (): Promise<number> =>
  new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
