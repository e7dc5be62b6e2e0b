import { Module } from '@nestjs/common';
import { JournalRepository } from '../journal/journal.repository.js';
import { PartiesRepository } from '../parties/parties.repository.js';
import { ChatLinesRepository } from './chat-lines.repository.js';
import { EndedMessagesRepository } from './ended-messages.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { UnknownRecipientService } from './unknown-recipient.service.js';

/** What both processes need to tell somebody something. `DeliveryJob` is the worker's and stands in its module. */
@Module({
  providers: [
    OutboxRepository,
    EndedMessagesRepository,
    ChatLinesRepository,
    PartiesRepository,
    JournalRepository,
    UnknownRecipientService,
  ],
  exports: [OutboxRepository, EndedMessagesRepository, ChatLinesRepository, UnknownRecipientService],
})
export class OutboxModule {}
