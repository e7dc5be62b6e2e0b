import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Sender } from '../modules/outbox/delivery.module.js';
import { OutboxModule } from '../modules/outbox/outbox.module.js';
import type { LettersRoad } from '../modules/policy/settings.schema.js';
import { DevLettersTransport } from './dev-letters.transport.js';
import { SentLettersRepository } from './sent-letters.repository.js';

/** Letters: the worker has them printed; the demo's dev door shows them. */
@Module({})
export class LettersModule {
  /** @returns none where the desk posts nothing itself */
  static senders(road: LettersRoad): readonly Sender[] {
    switch (road) {
      case 'demo':
        return [sender(DevLettersTransport, [SentLettersRepository])];
      case 'none':
        return [];
    }
  }

  static doors(): DynamicModule {
    return { module: LettersModule, providers: [SentLettersRepository], exports: [SentLettersRepository] };
  }
}

const sender = (transport: Sender['transport'], needed: readonly Provider[]): Sender => ({
  room: { module: LettersModule, imports: [OutboxModule], providers: [...needed, transport], exports: [transport] },
  transport,
});
