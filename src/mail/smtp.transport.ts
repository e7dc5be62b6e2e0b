import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type SMTPPoolOptions, type Transporter } from 'nodemailer';
import { ClockService } from '../modules/database/clock.service.js';
import { sendersAtOnce } from '../modules/outbox/delivery.job.js';
import { DESK_ADDRESS, type DeskAddress } from '../modules/outbox/desk-address.js';
import type { Outgoing, Sent, Transport } from '../modules/outbox/outgoing.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { compose } from './compose.js';
import { outcomeOf, phaseAfter, type SmtpLogEntry, type SmtpPhase } from './smtp-outcome.js';

/** One kept connection and how far its dialog has come; it carries one message at a time, so the phase is that one's. */
type Line = { readonly transporter: Transporter; phase: SmtpPhase; busy: boolean };

const seconds = 1_000;

/** Mail by SMTP. It reports what became of a message and never decides to send one twice. */
@Injectable()
export class SmtpTransport implements Transport, OnApplicationShutdown {
  readonly channel = 'email';
  private readonly lines: readonly Line[];
  private readonly waiting: ((line: Line) => void)[] = [];

  constructor(
    private readonly clock: ClockService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DESK_ADDRESS) private readonly desk: DeskAddress,
  ) {
    this.lines = Array.from({ length: sendersAtOnce }, () => this.newLine());
  }

  async send(message: Outgoing): Promise<Sent> {
    const mail = compose(message, this.desk, this.settings.SKRANKE_MAC_KEY, this.clock.now());
    const line = await this.freeLine();
    try {
      const first = await this.sendOn(line, mail);
      // A kept connection that the server closed meanwhile: nothing was handed over, so try a new one at once.
      return first.outcome === 'again' && first.detail === 'no-reply' ? await this.sendOn(line, mail) : first;
    } finally {
      this.release(line);
    }
  }

  onApplicationShutdown(): void {
    for (const { transporter } of this.lines) transporter.close();
  }

  private async sendOn(line: Line, mail: SendMailOptions): Promise<Sent> {
    line.phase = 'connect';
    try {
      await line.transporter.sendMail(mail);
      return { outcome: 'sent', at: this.clock.now() };
    } catch (error) {
      return outcomeOf(line.phase, responseCodeOf(error));
    }
  }

  private newLine(): Line {
    const { SMTP_HOST, SMTP_PORT, SMTP_TLS, SMTP_USER, SMTP_PASSWORD } = this.settings;
    // nodemailer writes to the log before it hands the transporter over.
    const dialog: { phase: SmtpPhase } = { phase: 'connect' };
    const note = (entry: SmtpLogEntry, message?: unknown): void => {
      dialog.phase = phaseAfter(dialog.phase, entry, typeof message === 'string' ? message : '');
    };
    const options: SMTPPoolOptions & { pool: true } = {
      pool: true,
      maxConnections: 1,
      maxMessages: Number.POSITIVE_INFINITY,
      maxRequeues: 0,
      host: SMTP_HOST,
      port: SMTP_PORT,
      name: this.desk.domain,
      secure: SMTP_TLS && SMTP_PORT === 465,
      requireTLS: SMTP_TLS && SMTP_PORT !== 465,
      ignoreTLS: !SMTP_TLS,
      connectionTimeout: 10 * seconds,
      greetingTimeout: 10 * seconds,
      socketTimeout: 60 * seconds,
      transactionLog: true,
      logger: { trace: note, debug: note, info: note, warn: note, error: note, fatal: note, level: () => undefined },
      ...(SMTP_USER === undefined ? {} : { auth: { user: SMTP_USER, pass: SMTP_PASSWORD ?? '' } }),
    };
    return Object.assign(dialog, { transporter: createTransport(options), busy: false });
  }

  private async freeLine(): Promise<Line> {
    const free = this.lines.find((line) => !line.busy);
    if (free === undefined) return new Promise((resolve) => this.waiting.push(resolve));
    free.busy = true;
    return free;
  }

  private release(line: Line): void {
    const next = this.waiting.shift();
    if (next === undefined) line.busy = false;
    else next(line);
  }
}

const responseCodeOf = (error: unknown): number | null => {
  const code: unknown =
    typeof error === 'object' && error !== null && 'responseCode' in error ? error.responseCode : null;
  return typeof code === 'number' ? code : null;
};
