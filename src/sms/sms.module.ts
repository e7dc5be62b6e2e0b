import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Sender } from '../modules/outbox/delivery.module.js';
import { OutboxModule } from '../modules/outbox/outbox.module.js';
import { SETTINGS, type Settings, type SmsRoad } from '../modules/policy/settings.schema.js';
import { DevSmsTransport } from './dev-sms.transport.js';
import { ReportsController } from './reports.controller.js';
import { ReportsJob } from './reports.job.js';
import { SentSmsRepository } from './sent-sms.repository.js';
import { loadSmsProvider, SMS_PROVIDER } from './sms-provider.service.js';
import { SmsReportsRepository } from './sms-reports.repository.js';
import { SmsTransport } from './sms.transport.js';

const provider: Provider = {
  provide: SMS_PROVIDER,
  inject: [SETTINGS],
  useFactory: (settings: Settings) => loadSmsProvider(settings.configDirectory),
};

/** Text messages: the worker sends them and reads what became of them; the demo's dev door shows them. */
@Module({})
export class SmsModule {
  /** @returns none where the desk has no text messages at all */
  static senders(road: SmsRoad): readonly Sender[] {
    switch (road) {
      case 'provider':
        return [sender(SmsTransport, [provider, SmsReportsRepository, ReportsJob])];
      case 'demo':
        return [sender(DevSmsTransport, [SentSmsRepository])];
      case 'none':
        return [];
    }
  }

  /** @returns the door of the provider's delivery reports, where there is a provider */
  static reports(road: SmsRoad): readonly DynamicModule[] {
    if (road !== 'provider') return [];
    return [{ module: SmsModule, controllers: [ReportsController], providers: [provider, SmsReportsRepository] }];
  }

  static doors(): DynamicModule {
    return { module: SmsModule, providers: [SentSmsRepository], exports: [SentSmsRepository] };
  }
}

const sender = (transport: Sender['transport'], needed: readonly Provider[]): Sender => ({
  room: { module: SmsModule, imports: [OutboxModule], providers: [...needed, transport], exports: [transport] },
  transport,
});
