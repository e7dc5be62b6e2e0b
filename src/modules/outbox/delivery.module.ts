import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { DeliveryJob } from './delivery.job.js';
import { OutboxModule } from './outbox.module.js';
import { TRANSPORTS, type Transport } from './outgoing.js';

/** A way out of the house: the room that has it, and its transport. */
export type Sender = { readonly room: DynamicModule; readonly transport: Type<Transport> };

/** What the worker sends with, put together from the rooms that each speak one protocol. */
@Module({})
export class DeliveryModule {
  static with(senders: readonly Sender[]): DynamicModule {
    return {
      module: DeliveryModule,
      imports: [OutboxModule, ...senders.map(({ room }) => room)],
      providers: [
        {
          provide: TRANSPORTS,
          inject: senders.map(({ transport }) => transport),
          useFactory: (...transports: readonly Transport[]) => transports,
        },
        DeliveryJob,
      ],
    };
  }
}
