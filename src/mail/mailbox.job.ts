import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ImapFlow } from 'imapflow';
import { setTimeout as pause } from 'node:timers/promises';
import { ClockService } from '../modules/database/clock.service.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { SkrankeError } from '../modules/values/errors.js';
import { imapOptions } from './imap-options.js';
import { InboundMailRepository, type FetchedMail } from './inbound-mail.repository.js';
import { MailboxCursorRepository } from './mailbox-cursor.repository.js';
import { countUnaccounted, readNew, type MailStore } from './mailbox-reader.service.js';

/** With IDLE the server says when there is mail; looking by ourselves finds a server that forgot to. */
const pollMs = { idling: 60_000, asking: 5_000 } as const;
const reconcileEveryMs = 300_000;
const reconnectMs = { first: 500, longest: 60_000 } as const;

/**
 * Brings mail in: every raw message is committed before anything else looks at it. It reads from where it stopped,
 * over any number of restarts and cuts, each message once.
 */
@Injectable()
export class MailboxJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('mailbox');
  private readonly mailbox: string;
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private reconciledAt = 0;
  private connected = false;

  constructor(
    private readonly mails: InboundMailRepository,
    private readonly cursors: MailboxCursorRepository,
    private readonly clock: ClockService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.mailbox = settings.IMAP_MAILBOX;
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** Whether the mailbox is open now. */
  isConnected(): boolean {
    return this.connected;
  }

  private async run(): Promise<void> {
    let wait: number = reconnectMs.first;
    while (!this.stop.signal.aborted) {
      const began = Date.now();
      await this.session().catch((error: unknown) => this.log.warn(`mailbox: ${codeOf(error)}`));
      this.connected = false;
      wait = Date.now() - began > reconnectMs.longest ? reconnectMs.first : Math.min(wait * 2, reconnectMs.longest);
      await pause(wait, undefined, { signal: this.stop.signal, ref: false }).catch(() => undefined);
    }
  }

  /** One connection from greeting to end; an instance of imapflow is never used twice. */
  private async session(): Promise<void> {
    const client = new ImapFlow(imapOptions(this.settings));
    const bell = newBell();
    // Before connecting: an error without a listener would end the process.
    client.on('error', () => bell.break());
    client.on('close', () => bell.break());
    client.on('exists', () => bell.ring());
    const leave = (): void => bell.break();
    this.stop.signal.addEventListener('abort', leave, { once: true });
    try {
      await client.connect();
      await client.mailboxOpen(this.mailbox);
      this.connected = true;
      await this.follow(client, bell);
    } finally {
      this.stop.signal.removeEventListener('abort', leave);
      client.close();
    }
  }

  private async follow(client: ImapFlow, bell: Bell): Promise<void> {
    const store = this.storeOf();
    while (!bell.isBroken()) {
      bell.rest();
      await readNew(client, this.mailbox, store);
      await this.reconcile(client, store);
      await bell.wait(client.capabilities.has('IDLE') ? pollMs.idling : pollMs.asking);
      if (!bell.isBroken()) await client.noop();
    }
  }

  private async reconcile(client: ImapFlow, store: MailStore): Promise<void> {
    if (Date.now() - this.reconciledAt < reconcileEveryMs) return;
    const unaccounted = await countUnaccounted(client, this.mailbox, store);
    this.reconciledAt = Date.now();
    await this.cursors.reconciled(this.mailbox, unaccounted, this.clock.now());
    if (unaccounted > 0) this.log.error(`mailbox: ${unaccounted} mails on the server have no row here`);
  }

  private storeOf(): MailStore {
    return {
      cursor: () => this.cursors.read(this.mailbox),
      stored: (uidvalidity, uids) => this.cursors.stored(this.mailbox, uidvalidity, uids),
      advance: (cursor) => this.cursors.advance(this.mailbox, cursor),
      store: async (mail) => {
        await this.mails.store(this.onDeskTime(mail), this.clock.now());
      },
    };
  }

  /** The server's clock tells when a mail came; never later than now, and in the demo moved with the desk's clock. */
  private onDeskTime(mail: FetchedMail): FetchedMail {
    const now = this.clock.now().getTime();
    const receivedAt = new Date(Math.min(now, mail.receivedAt.getTime() + now - Date.now()));
    return { ...mail, receivedAt };
  }
}

/** What wakes the reader: new mail, time, or the end of the connection. */
type Bell = {
  readonly ring: () => void;
  readonly break: () => void;
  readonly rest: () => void;
  readonly isBroken: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
};

const newBell = (): Bell => {
  let rung = false;
  let broken = false;
  let wake: (() => void) | null = null;
  const ring = (): void => {
    rung = true;
    wake?.();
  };
  return {
    ring,
    break: () => {
      broken = true;
      ring();
    },
    rest: () => (rung = broken),
    isBroken: () => broken,
    wait: async (ms) => {
      if (rung) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wake = null;
    },
  };
};

/** The code of an error, never its words: a server may put an address into them. */
const codeOf = (error: unknown): string => {
  if (error instanceof SkrankeError) return `${error.code} (${error.detail})`;
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown error';
};
