import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { AnyoneMay } from '../modules/policy/may.guard.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { SkrankeError } from '../modules/values/errors.js';
import type { SmsProvider } from './provider.schema.js';
import { signatureOf, unknownNumberOf } from './read-report.js';
import { SmsReportsRepository } from './sms-reports.repository.js';
import { SMS_PROVIDER } from './sms-provider.service.js';

/** Where the provider says what became of a text message. Unsigned, old, foreign, repeated: there is nothing here. */
@Controller('sms')
export class ReportsController {
  constructor(
    private readonly reports: SmsReportsRepository,
    @Inject(SMS_PROVIDER) private readonly provider: SmsProvider,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('reports')
  @HttpCode(204)
  @AnyoneMay('shut to whoever cannot sign with the key shared with the provider; it writes one row and tells nothing')
  async report(@Req() request: Request): Promise<void> {
    const { reports: rules } = this.provider;
    const body: unknown = request.body;
    const signed = {
      timestamp: request.get(rules.timestampHeader) ?? '',
      signature: request.get(rules.signatureHeader) ?? '',
      body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    };
    const key = this.settings.SMS_REPORT_KEY;
    const now = new Date();
    const mac = key === undefined ? null : signatureOf(signed, key, rules, now);
    const isNew =
      mac !== null && (await this.reports.keep(mac, unknownNumberOf(signed.body.toString('utf8'), rules), now));
    if (!isNew) throw new SkrankeError('SKR_NOT_FOUND', 'a delivery report that is not to be taken');
  }
}
