/** The mail room of the worker, with its jobs, on a database, an inbox and a mail server that a test holds in its hands. */
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { InboundMailRepository } from '../../src/mail/inbound-mail.repository.js';
import { IntakeJob } from '../../src/mail/intake.job.js';
import { MailModule } from '../../src/mail/mail.module.js';
import { ParseMailService } from '../../src/mail/parse-mail.service.js';
import { ClockService } from '../../src/modules/database/clock.service.js';
import { DatabaseModule } from '../../src/modules/database/database.module.js';
import { ConversationModule } from '../../src/modules/conversation/conversation.module.js';
import { UndeliveredService } from '../../src/modules/conversation/undelivered.service.js';
import { DeliveryModule } from '../../src/modules/outbox/delivery.module.js';
import { DeliveryJob } from '../../src/modules/outbox/delivery.job.js';
import { DESK_ADDRESS } from '../../src/modules/outbox/desk-address.js';
import { DESK_POLICY } from '../../src/modules/policy/desk-policy.js';
import { SETTINGS, type Settings } from '../../src/modules/policy/settings.schema.js';
import { loadUnderstanding, UNDERSTANDING_MODEL } from '../../src/modules/understanding/load-model.service.js';
import type { FreshDatabase } from './database.js';
import { settingsFor, type TestClock } from './inner-desk.js';
import { shippedPolicy } from './shipped-policy.js';

export type MailHouse = {
  readonly source: DataSource;
  readonly settings: Settings;
  readonly mails: InboundMailRepository;
  readonly intake: IntakeJob;
  readonly delivery: DeliveryJob;
  /** Ends every connection, as a worker that is stopped. */
  readonly close: () => Promise<void>;
};

export type HouseWish = {
  readonly database: FreshDatabase;
  readonly clock: TestClock;
  readonly imap?: { readonly port: number; readonly name: string; readonly password: string };
  readonly smtpPort: number;
  /** Stands in for the parser, to be a broken one. */
  readonly parser?: Pick<ParseMailService, 'parse'>;
};

const watcher = { room: ConversationModule, service: UndeliveredService };
const understanding = loadUnderstanding('config');

@Module({})
class HouseRulesModule {
  static with(settings: Settings): DynamicModule {
    const { desk: name, email: address, domain } = shippedPolicy.collector;
    const providers: Provider[] = [
      { provide: SETTINGS, useValue: settings },
      { provide: DESK_POLICY, useValue: shippedPolicy },
      { provide: UNDERSTANDING_MODEL, useValue: understanding },
      { provide: DESK_ADDRESS, useValue: { name, address, domain } },
    ];
    return { module: HouseRulesModule, global: true, providers, exports: providers };
  }
}

/** @param wish  without an inbox, mail is put into the table by the test itself */
export const openMailHouse = async ({ database, clock, imap, smtpPort, parser }: HouseWish): Promise<MailHouse> => {
  const settings: Settings = {
    ...settingsFor(database),
    IMAP_PORT: imap?.port ?? 1,
    IMAP_USER: imap?.name ?? 'desk',
    IMAP_PASSWORD: imap?.password ?? 'none',
    IMAP_TLS: false,
    SMTP_PORT: smtpPort,
    SMTP_TLS: false,
  };
  const building = Test.createTestingModule({
    imports: [HouseRulesModule.with(settings), DatabaseModule, DeliveryModule.with([MailModule.sender()], watcher)],
  })
    .overrideProvider(ClockService)
    .useValue(clock);
  if (parser !== undefined) building.overrideProvider(ParseMailService).useValue(parser);
  const module = await building.setLogger(false as never).compile();
  await module.init();
  return {
    source: module.get(DataSource),
    settings,
    mails: module.get(InboundMailRepository),
    intake: module.get(IntakeJob),
    delivery: module.get(DeliveryJob),
    close: async () => module.close(),
  };
};
