/**
 * The desk without its doors: the product's own services on a database of its own, a clock that the test moves, and a
 * transport that keeps what it is given instead of sending it.
 */
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ChatSessionsService } from '../../src/modules/conversation/chat-sessions.service.js';
import { CodeRequestJob } from '../../src/modules/conversation/code-request.job.js';
import { ConversationModule } from '../../src/modules/conversation/conversation.module.js';
import { ConversationService } from '../../src/modules/conversation/conversation.service.js';
import { MailThreadsService } from '../../src/modules/conversation/mail-threads.service.js';
import { ClockService } from '../../src/modules/database/clock.service.js';
import { DatabaseModule } from '../../src/modules/database/database.module.js';
import { VaultService } from '../../src/modules/disclosure/vault.service.js';
import { IntakeRepository } from '../../src/modules/intake/intake.repository.js';
import { DeliveryJob } from '../../src/modules/outbox/delivery.job.js';
import { DESK_ADDRESS } from '../../src/modules/outbox/desk-address.js';
import { TRANSPORTS, type Outgoing, type Transport } from '../../src/modules/outbox/outgoing.js';
import { DESK_POLICY, type DeskPolicy } from '../../src/modules/policy/desk-policy.js';
import { SETTINGS, type Settings } from '../../src/modules/policy/settings.schema.js';
import { loadUnderstanding, UNDERSTANDING_MODEL } from '../../src/modules/understanding/load-model.service.js';
import { readSettings } from '../../src/settings.js';
import type { FreshDatabase } from './database.js';
import { shippedPolicy } from './shipped-policy.js';

/** A clock that stands until it is moved. */
export class TestClock {
  constructor(private at: Date) {}

  now(): Date {
    return new Date(this.at);
  }

  /** Also backwards: what may not depend on the clock is tried so. */
  moveTo(at: Date): void {
    this.at = at;
  }

  pass(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

export type InnerDesk = {
  readonly settings: Settings;
  readonly clock: TestClock;
  readonly source: DataSource;
  readonly conversations: ConversationService;
  readonly sessions: ChatSessionsService;
  readonly threads: MailThreadsService;
  readonly intake: IntakeRepository;
  readonly vault: VaultService;
  /** What the transport was given since it was last asked for, oldest first. */
  readonly sent: () => readonly Outgoing[];
  /** Does what the worker would: looks up who gets a code, then sends what waits. */
  readonly work: () => Promise<void>;
  readonly get: TestingModule['get'];
  readonly close: () => Promise<void>;
};

/** The moment the sample world is told of. */
export const storyTime = new Date('2026-11-24T09:00:00Z');

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');

/** The settings of a desk on this database; its keys are the same in every test. */
export const settingsFor = (database: FreshDatabase): Settings =>
  readSettings({
    SKRANKE_MODE: 'demo',
    DATABASE_URL: database.appUrl,
    KEYS_DATABASE_URL: database.keysUrl,
    SKRANKE_KEY: key(1),
    SKRANKE_INDEX_KEY: key(2),
    SKRANKE_MAC_KEY: key(3),
    IMAP_HOST: '127.0.0.1',
    IMAP_USER: 'desk',
    IMAP_PASSWORD: 'none',
    SMTP_HOST: '127.0.0.1',
    PUBLIC_URL: 'https://skranke.fjordvakt.example',
    LOG_LEVEL: 'fatal',
  });

const understanding = loadUnderstanding('config');

@Module({})
class TestRulesModule {
  static with(settings: Settings, policy: DeskPolicy): DynamicModule {
    const { desk: name, email: address, domain } = policy.collector;
    const providers: Provider[] = [
      { provide: SETTINGS, useValue: settings },
      { provide: DESK_POLICY, useValue: policy },
      { provide: UNDERSTANDING_MODEL, useValue: understanding },
      { provide: DESK_ADDRESS, useValue: { name, address, domain } },
    ];
    return { module: TestRulesModule, global: true, providers, exports: providers };
  }
}

/**
 * @param policy  the shipped one, unless a test says otherwise
 * @param sms     how text messages leave
 */
export const innerDesk = async (
  database: FreshDatabase,
  policy: DeskPolicy = shippedPolicy,
  sms: Settings['sms'] = 'demo',
): Promise<InnerDesk> => {
  const settings = { ...settingsFor(database), sms };
  const clock = new TestClock(storyTime);
  let kept: Outgoing[] = [];
  const keeping = (channel: Transport['channel']): Transport => ({
    channel,
    send: (message) => {
      kept.push(message);
      return Promise.resolve({ outcome: 'sent', at: clock.now() });
    },
  });
  const module = await Test.createTestingModule({
    imports: [TestRulesModule.with(settings, policy), DatabaseModule, ConversationModule],
    providers: [
      CodeRequestJob,
      DeliveryJob,
      IntakeRepository,
      { provide: TRANSPORTS, useValue: [keeping('email'), keeping('sms')] },
    ],
  })
    .overrideProvider(ClockService)
    .useValue(clock)
    .compile();
  const jobs = { codes: module.get(CodeRequestJob), delivery: module.get(DeliveryJob) };
  return {
    settings,
    clock,
    source: module.get(DataSource),
    conversations: module.get(ConversationService),
    sessions: module.get(ChatSessionsService),
    threads: module.get(MailThreadsService),
    intake: module.get(IntakeRepository),
    vault: module.get(VaultService),
    sent: () => {
      const taken = kept;
      kept = [];
      return taken;
    },
    work: async () => {
      await jobs.codes.run();
      await jobs.delivery.drain();
    },
    get: module.get.bind(module),
    close: async () => module.close(),
  };
};
