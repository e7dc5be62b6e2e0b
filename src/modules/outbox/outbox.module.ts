import { Module } from '@nestjs/common';
import { ChatLinesRepository } from './chat-lines.repository.js';
import { OutboxRepository } from './outbox.repository.js';

/** What both processes need to tell somebody something. `DeliveryJob` is the worker's and stands in its module. */
@Module({ providers: [OutboxRepository, ChatLinesRepository], exports: [OutboxRepository, ChatLinesRepository] })
export class OutboxModule {}
