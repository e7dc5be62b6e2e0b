import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { DELIVERY_WATCHER, type DeliveryWatcher } from './delivery-watcher.js';
import { DeliveryJob } from './delivery.job.js';
import { OutboxModule } from './outbox.module.js';
import { TRANSPORTS, type Transport } from './outgoing.js';

/** A way out of the house: the room that has it, and its transport. */
export type Sender = { readonly room: DynamicModule; readonly transport: Type<Transport> };

/** Whoever is told of what did not arrive: the room that has it, and its service. */
export type Watcher = { readonly room: Type; readonly service: Type<DeliveryWatcher> };

/** What the worker sends with, put together from the rooms that each speak one protocol. */
@Module({})
export class DeliveryModule {
  static with(senders: readonly Sender[], watcher: Watcher): DynamicModule {
    return {
      module: DeliveryModule,
      imports: [OutboxModule, watcher.room, ...senders.map(({ room }) => room)],
      providers: [
        {
          provide: TRANSPORTS,
          inject: senders.map(({ transport }) => transport),
          useFactory: (...transports: readonly Transport[]) => transports,
        },
        { provide: DELIVERY_WATCHER, useExisting: watcher.service },
        DeliveryJob,
      ],
    };
  }
}
