import { Module, type DynamicModule } from '@nestjs/common';
import { ConversationModule } from '../modules/conversation/conversation.module.js';
import type { Sender } from '../modules/outbox/delivery.module.js';
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
  /** The jobs that read mail, and the way mail goes out. */
  static sender(): Sender {
    const room: DynamicModule = {
      module: MailModule,
      imports: [ConversationModule],
      providers: [
        InboundMailRepository,
        MailboxCursorRepository,
        ParseMailService,
        MailboxJob,
        IntakeJob,
        SmtpTransport,
      ],
      exports: [SmtpTransport],
    };
    return { room, transport: SmtpTransport };
  }

  /** For the console: a stored mail in words. */
  static reader(): DynamicModule {
    return { module: MailModule, providers: [ParseMailService, MailReaderService], exports: [MailReaderService] };
  }

  static doors(): DynamicModule {
    return { module: MailModule, providers: [ParseMailService, DevMailboxService], exports: [DevMailboxService] };
  }
}
