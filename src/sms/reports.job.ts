import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { newRounds, type Rounds } from '../modules/database/rounds.service.js';
import { SignalsService } from '../modules/database/signals.service.js';
import { UnknownRecipientService } from '../modules/outbox/unknown-recipient.service.js';
import { SmsReportsRepository } from './sms-reports.repository.js';

const sweepMs = 60_000;
const dayMs = 86_400_000;

/** Reads the provider's delivery reports: a number that does not exist gets nothing more. */
@Injectable()
export class ReportsJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('sms-reports');
  private readonly rounds: Rounds;

  constructor(
    private readonly reports: SmsReportsRepository,
    private readonly recipients: UnknownRecipientService,
    signals: SignalsService,
  ) {
    this.rounds = newRounds(signals, {
      signal: 'sms_report',
      everyMs: sweepMs,
      work: () => this.read(),
      failed: (error) => this.log.error(`reports not read: ${error instanceof Error ? error.name : 'unknown error'}`),
    });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  /** Reads what waits. */
  async read(): Promise<void> {
    const now = new Date();
    for (const uuid of await this.reports.take(now)) await this.recipients.unknown(uuid);
    await this.reports.forget(new Date(now.getTime() - dayMs));
  }
}
