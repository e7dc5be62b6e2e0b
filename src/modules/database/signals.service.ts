import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Client } from 'pg';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';

/** What one process tells the other; the payload is an id at most. A lost signal is made good by a sweep. */
export type Signal =
  'conversation' | 'challenge' | 'outgoing' | 'inbound_mail' | 'desk_clock' | 'desk_case' | 'sms_report';

const channels: readonly Signal[] = [
  'conversation',
  'challenge',
  'outgoing',
  'inbound_mail',
  'desk_clock',
  'desk_case',
  'sms_report',
];
const retryAfterMs = 500;

/** LISTEN on one connection of its own, taken up again when it breaks. */
@Injectable()
export class SignalsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: Client | null = null;
  private stopped = false;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  /** @returns a function that stops listening */
  on(signal: Signal, listener: (id: string) => void): () => void {
    this.emitter.on(signal, listener);
    return () => this.emitter.off(signal, listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({ connectionString: this.settings.DATABASE_URL, keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => {
      if (this.client === client) this.client = null;
      setTimeout(() => void this.connect().catch(() => undefined), retryAfterMs).unref();
    });
    client.on('notification', (message) => this.emitter.emit(message.channel, message.payload ?? ''));
    try {
      await client.connect();
      await client.query(channels.map((name) => `LISTEN ${name}`).join('; '));
      this.client = client;
    } catch {
      await client.end().catch(() => undefined);
    }
  }
}
