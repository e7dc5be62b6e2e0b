import { Inject, Injectable } from '@nestjs/common';
import { ClockService } from '../modules/database/clock.service.js';
import type { Outgoing, Sent, Transport } from '../modules/outbox/outgoing.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { SkrankeError } from '../modules/values/errors.js';
import { composeSms } from './compose-sms.js';
import { exchange } from './http-exchange.service.js';
import { outcomeOf } from './http-outcome.js';
import type { SmsProvider } from './provider.schema.js';
import { SMS_PROVIDER } from './sms-provider.service.js';
import { toRequest } from './to-request.js';

/** Text messages by whatever provider the configuration describes. It never decides to send one twice. */
@Injectable()
export class SmsTransport implements Transport {
  readonly channel = 'sms';
  private readonly url: URL;

  constructor(
    private readonly clock: ClockService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(SMS_PROVIDER) private readonly provider: SmsProvider,
  ) {
    if (settings.SMS_URL === undefined) throw new SkrankeError('SKR_SETTINGS_INVALID', 'SMS_URL: is not set');
    this.url = new URL(settings.SMS_URL);
  }

  async send(message: Outgoing): Promise<Sent> {
    const sms = composeSms(message, this.settings.SKRANKE_MAC_KEY);
    if (sms === null) return { outcome: 'failed', detail: 'not-an-sms' };
    const request = toRequest(this.provider, {
      ...sms,
      sender: this.settings.SMS_SENDER ?? '',
      token: this.settings.SMS_TOKEN ?? '',
    });
    const { phase, status } = await exchange(this.url, request, this.provider.request.timeoutSeconds * 1000);
    const outcome = outcomeOf(phase, status);
    return outcome === 'sent' ? { outcome, at: this.clock.now() } : outcome;
  }
}
