import { Module, type DynamicModule } from '@nestjs/common';
import type { Sender } from '../modules/outbox/delivery.module.js';
import { SETTINGS, type Settings, type SmsRoad } from '../modules/policy/settings.schema.js';
import { DevSmsTransport } from './dev-sms.transport.js';
import { SentSmsRepository } from './sent-sms.repository.js';
import { loadSmsProvider, SMS_PROVIDER } from './sms-provider.service.js';
import { SmsTransport } from './sms.transport.js';

const provider = {
  provide: SMS_PROVIDER,
  inject: [SETTINGS],
  useFactory: (settings: Settings) => loadSmsProvider(settings.configDirectory),
};

/** Text messages: the worker sends them, the demo's dev door shows them. */
@Module({})
export class SmsModule {
  /** @returns none where the desk has no text messages at all */
  static senders(road: SmsRoad): readonly Sender[] {
    switch (road) {
      case 'provider':
        return [sender(SmsTransport, provider)];
      case 'demo':
        return [sender(DevSmsTransport, SentSmsRepository)];
      case 'none':
        return [];
    }
  }

  static doors(): DynamicModule {
    return { module: SmsModule, providers: [SentSmsRepository], exports: [SentSmsRepository] };
  }
}

const sender = (transport: Sender['transport'], needed: NonNullable<DynamicModule['providers']>[number]): Sender => ({
  room: { module: SmsModule, providers: [needed, transport], exports: [transport] },
  transport,
});
