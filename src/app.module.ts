/** The two processes, put together from the rooms they need. */
import { Global, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { BotModule } from './bot/bot.module.js';
import { DoorService } from './bot/door.service.js';
import { EidModule } from './eid/eid.module.js';
import { DevMailboxService } from './mail/dev-mailbox.service.js';
import { MailReaderService } from './mail/mail-reader.service.js';
import { MailModule } from './mail/mail.module.js';
import { CaseworkModule } from './modules/casework/casework.module.js';
import { MAIL_READER, type MailReader } from './modules/casework/mail-reader.js';
import { ReleaseJob } from './modules/casework/release.job.js';
import { ConsoleModule } from './modules/console/console.module.js';
import { CodeRequestJob } from './modules/conversation/code-request.job.js';
import { ConversationModule } from './modules/conversation/conversation.module.js';
import { UndeliveredService } from './modules/conversation/undelivered.service.js';
import { DatabaseModule } from './modules/database/database.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { logOptions } from './modules/health/log-options.js';
import { DeliveryModule } from './modules/outbox/delivery.module.js';
import { DESK_ADDRESS } from './modules/outbox/desk-address.js';
import { DESK_POLICY, type DeskPolicy } from './modules/policy/desk-policy.js';
import { ErrorsFilter } from './modules/policy/errors.filter.js';
import { JournalModule } from './modules/journal/journal.module.js';
import { SealJournalJob } from './modules/journal/seal-journal.job.js';
import { loadPolicy } from './modules/policy/load-policy.service.js';
import { ClosedByDefaultGuard } from './modules/policy/may.guard.js';
import { SETTINGS, type Settings } from './modules/policy/settings.schema.js';
import { RecurringModule } from './modules/recurring/recurring.module.js';
import { SampleModule } from './modules/sample/sample.module.js';
import { loadUnderstanding, UNDERSTANDING_MODEL } from './modules/understanding/load-model.service.js';
import { LettersModule } from './letters/letters.module.js';
import { SentLettersRepository } from './letters/sent-letters.repository.js';
import { SentSmsRepository } from './sms/sent-sms.repository.js';
import { SmsModule } from './sms/sms.module.js';

/** What every room may ask for by name. */
@Module({})
class RulesModule {
  static with(settings: Settings): DynamicModule {
    const policy = loadPolicy({
      configDirectory: settings.configDirectory,
      publicUrl: settings.publicUrl,
      demo: settings.SKRANKE_MODE === 'demo',
    });
    const providers: Provider[] = [
      { provide: SETTINGS, useValue: settings },
      { provide: DESK_POLICY, useValue: policy },
      { provide: UNDERSTANDING_MODEL, useValue: loadUnderstanding(settings.configDirectory) },
      { provide: DESK_ADDRESS, useValue: addressOf(policy) },
    ];
    return { module: RulesModule, global: true, providers, exports: providers };
  }
}

const mailReader: Type<MailReader> = MailReaderService;

/** Lets a caseworker see a mail as the mail's own room reads it. */
@Global()
@Module({
  imports: [MailModule.reader()],
  providers: [{ provide: MAIL_READER, useExisting: mailReader }],
  exports: [MAIL_READER],
})
class MailInWordsModule {}

const addressOf = ({ collector }: DeskPolicy) => ({
  name: collector.desk,
  address: collector.email,
  domain: collector.domain,
});

const floorZero = (settings: Settings): DynamicModule['imports'] => [
  LoggerModule.forRoot(logOptions(settings.LOG_LEVEL)),
  RulesModule.with(settings),
  DatabaseModule,
];

@Module({})
export class MainModule {
  static with(settings: Settings): DynamicModule {
    const demo =
      settings.SKRANKE_MODE === 'demo'
        ? [
            SampleModule.doors({
              imports: [MailModule.doors(), SmsModule.doors(), LettersModule.doors()],
              mailbox: DevMailboxService,
              phones: SentSmsRepository,
              letters: SentLettersRepository,
            }),
          ]
        : [];
    return {
      module: MainModule,
      imports: [
        ...(floorZero(settings) ?? []),
        MailInWordsModule,
        HealthModule,
        BotModule,
        EidModule.beside({ imports: [BotModule], door: DoorService }),
        ConsoleModule,
        ...SmsModule.reports(settings.sms),
        ...demo,
      ],
      providers: [
        { provide: APP_GUARD, useClass: ClosedByDefaultGuard },
        { provide: APP_FILTER, useClass: ErrorsFilter },
      ],
    };
  }
}

@Module({})
export class WorkerModule {
  static with(settings: Settings): DynamicModule {
    const demo = settings.SKRANKE_MODE === 'demo' ? [SampleModule.world()] : [];
    return {
      module: WorkerModule,
      imports: [
        ...(floorZero(settings) ?? []),
        ...demo,
        ConversationModule,
        DeliveryModule.with(
          [MailModule.sender(), ...SmsModule.senders(settings.sms), ...LettersModule.senders(settings.letters)],
          {
            room: ConversationModule,
            service: UndeliveredService,
          },
        ),
        RecurringModule.with([CaseworkModule, JournalModule], [ReleaseJob, SealJournalJob]),
      ],
      providers: [CodeRequestJob],
    };
  }
}
