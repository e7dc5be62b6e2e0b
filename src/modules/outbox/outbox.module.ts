import { Module } from '@nestjs/common';
import { OutboxRepository } from './outbox.repository.js';

/** What both processes need to put a message into the outbox. `DeliveryJob` is the worker's and stands in its module. */
@Module({ providers: [OutboxRepository], exports: [OutboxRepository] })
export class OutboxModule {}
