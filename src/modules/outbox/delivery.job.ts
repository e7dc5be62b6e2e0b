import {
  Inject,
  Injectable,
  Logger,
  Optional,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ClockService } from '../database/clock.service.js';
import { newRounds, type Rounds } from '../database/rounds.service.js';
import { SignalsService } from '../database/signals.service.js';
import { open } from '../disclosure/open.js';
import { reissue, type Reply } from '../disclosure/reply.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { backOffSeconds } from './back-off.js';
import { DELIVERY_WATCHER, type DeliveryWatcher, type Undelivered } from './delivery-watcher.js';
import { OutboxRepository, type Leased } from './outbox.repository.js';
import { TRANSPORTS, type Sent, type Transport } from './outgoing.js';

/** Messages under way at once; the mail transport keeps as many connections. */
export const sendersAtOnce = 4;

const sweepMs = 2_000;

/**
 * Sends what waits in the outbox: told by a signal, and looking by itself every two seconds in case the signal was
 * lost. A reply is issued again only when its text is the one its decision was made for.
 */
@Injectable()
export class DeliveryJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('delivery');
  private readonly channels: readonly Transport['channel'][];
  private readonly rounds: Rounds;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly clock: ClockService,
    signals: SignalsService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(TRANSPORTS) private readonly transports: readonly Transport[],
    @Optional() @Inject(DELIVERY_WATCHER) private readonly watcher: DeliveryWatcher | null = null,
  ) {
    this.channels = transports.map((transport) => transport.channel);
    this.rounds = newRounds(signals, {
      signal: 'outgoing',
      everyMs: sweepMs,
      work: (mayGoOn) => this.round(mayGoOn),
      failed: (error) => this.log.error(`outbox not read: ${nameOf(error)}`),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.rounds.start();
    await this.watcher?.catchUp();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  /** Sends until nothing is due. */
  async drain(): Promise<void> {
    await this.rounds.now();
  }

  private async round(mayGoOn: () => boolean): Promise<void> {
    for (const gone of await this.outbox.expire(this.clock.now())) await this.tell(gone);
    await this.sendDue(mayGoOn);
  }

  private async sendDue(mayGoOn: () => boolean): Promise<void> {
    while (mayGoOn()) {
      const leased = await this.outbox.lease(this.channels, this.clock.now(), sendersAtOnce);
      if (leased.length === 0) return;
      await Promise.all(leased.map((message) => this.send(message)));
    }
  }

  private async send(message: Leased): Promise<void> {
    const reply = this.replyOf(message);
    const transport = this.transports.find((one) => one.channel === message.channel);
    if (reply === null || message.recipient === null || transport === undefined) {
      await this.outbox.failed(message.id, reply === null ? 'not-issued' : 'erased');
      return this.tell(endOf(message, 'failed'));
    }
    const sent = await transport
      .send({ ...message, reply, recipient: message.recipient })
      .catch((error: unknown): Sent => ({ outcome: 'uncertain', detail: nameOf(error) }));
    await this.settle(message, sent);
  }

  /** Null when the text was wiped, or is not the one a decision was made for: then nothing is sent. */
  private replyOf(message: Leased): Reply | null {
    if (message.body === null) return null;
    try {
      const stored = { decisionId: message.decisionId, serialised: open(message.body), mac: message.mac };
      return reissue(stored, this.settings.SKRANKE_MAC_KEY);
    } catch (error) {
      this.log.error(`outgoing ${message.id} was not issued: ${nameOf(error)}`);
      return null;
    }
  }

  private async settle(message: Leased, sent: Sent): Promise<void> {
    switch (sent.outcome) {
      case 'sent':
        return this.outbox.markSent(message.id, sent.at, this.policy.assurance.code.minutes);
      case 'again': {
        const seconds = backOffSeconds(message.kind, message.attempts);
        this.log.warn(`outgoing ${message.id} again in ${seconds} s (${sent.phase}: ${sent.detail})`);
        return this.outbox.again(message.id, sent.phase, new Date(this.clock.now().getTime() + seconds * 1000));
      }
      case 'uncertain':
        await this.outbox.uncertain(message.id);
        return this.tell(endOf(message, 'uncertain'));
      case 'failed':
        await this.outbox.failed(message.id, sent.detail);
        return this.tell(endOf(message, 'failed'));
    }
  }

  private async tell(event: Undelivered): Promise<void> {
    this.log.warn(`outgoing ${event.id} ${event.outcome}`);
    await this.watcher?.undelivered(event);
  }
}

const endOf = (message: Leased, outcome: Undelivered['outcome']): Undelivered => ({
  id: message.id,
  kind: message.kind,
  channel: message.channel,
  conversationId: message.conversationId,
  outcome,
});

/** The class of an error, never its message: that may hold an address. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown error');
