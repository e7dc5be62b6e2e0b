import { Module, type DynamicModule } from '@nestjs/common';
import { ConversationModule } from '../modules/conversation/conversation.module.js';
import { DeliveryJob } from '../modules/outbox/delivery.job.js';
import { TRANSPORTS, type Transport } from '../modules/outbox/outgoing.js';
import { DevMailboxService } from './dev-mailbox.service.js';
import { InboundMailRepository } from './inbound-mail.repository.js';
import { IntakeJob } from './intake.job.js';
import { MailReaderService } from './mail-reader.service.js';
import { MailboxCursorRepository } from './mailbox-cursor.repository.js';
import { MailboxJob } from './mailbox.job.js';
import { ParseMailService } from './parse-mail.service.js';
import { SmtpTransport } from './smtp.transport.js';

/** Mail in and out: the worker runs the jobs, the demo's dev doors look into the mailbox. */
@Module({})
export class MailModule {
  static jobs(): DynamicModule {
    return {
      module: MailModule,
      imports: [ConversationModule],
      providers: [
        InboundMailRepository,
        MailboxCursorRepository,
        ParseMailService,
        MailboxJob,
        IntakeJob,
        SmtpTransport,
        {
          provide: TRANSPORTS,
          inject: [SmtpTransport],
          useFactory: (smtp: SmtpTransport): readonly Transport[] => [smtp],
        },
        DeliveryJob,
      ],
    };
  }

  /** For the console: a stored mail in words. */
  static reader(): DynamicModule {
    return { module: MailModule, providers: [ParseMailService, MailReaderService], exports: [MailReaderService] };
  }

  static doors(): DynamicModule {
    return { module: MailModule, providers: [ParseMailService, DevMailboxService], exports: [DevMailboxService] };
  }
}
