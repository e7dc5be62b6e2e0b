import { Inject, Injectable } from '@nestjs/common';
import { ImapFlow } from 'imapflow';
import PostalMime from 'postal-mime';
import { DataSource } from 'typeorm';
import { DESK_ADDRESS, type DeskAddress } from '../modules/outbox/desk-address.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { SkrankeError } from '../modules/values/errors.js';
import { asReceived } from './as-received.js';
import { imapOptions } from './imap-options.js';
import { ParseMailService } from './parse-mail.service.js';
import { readSender } from './sender.js';
import { trustedServer } from './trusted-server.js';

type Verdict = 'pass' | 'fail' | 'none';

/** A mail the desk sent, in the shape of the contract. */
type Sent = {
  readonly id: string;
  readonly at: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
};

type SentRow = {
  readonly id: string;
  readonly at: Date;
  readonly envelope_from: string | null;
  readonly envelope_to: readonly string[];
  readonly raw: Buffer;
};

const mostShown = 500;

/** The demo's mailbox: what the desk sent, and a door that plays the receiving mail server. */
@Injectable()
export class DevMailboxService {
  constructor(
    private readonly source: DataSource,
    private readonly parser: ParseMailService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DESK_ADDRESS) private readonly desk: DeskAddress,
  ) {}

  /** @param to  only what went to this address; oldest first, the newest 500 */
  async sent(to: string | null): Promise<readonly Sent[]> {
    const rows = await this.source.query<SentRow[]>(
      `SELECT * FROM (SELECT id, at, envelope_from, envelope_to, raw FROM dev_sent_mail
        WHERE $1::text IS NULL OR lower($1) = ANY (SELECT lower(one) FROM unnest(envelope_to) one)
        ORDER BY id DESC LIMIT ${String(mostShown)}) newest ORDER BY id`,
      [to],
    );
    return Promise.all(rows.map(sentOf));
  }

  /** Puts a raw mail into the desk's inbox, with the verdict a receiving server writes above everything it was sent. */
  async receive(raw: Buffer, dmarc: Verdict): Promise<void> {
    const received = asReceived(await this.verdictOn(raw, dmarc), raw);
    const client = new ImapFlow(imapOptions(this.settings));
    client.on('error', () => undefined);
    await client.connect();
    try {
      const appended = await client.append(this.settings.IMAP_MAILBOX, received);
      if (appended === false) throw new SkrankeError('SKR_MAILBOX_UNREACHABLE', 'the mail was not taken');
    } finally {
      await client.logout().catch(() => undefined);
    }
  }

  private async verdictOn(raw: Buffer, dmarc: Verdict): Promise<string> {
    const domain = await this.fromDomain(raw);
    const server = trustedServer(this.settings, this.desk) ?? 'unknown.invalid';
    return `Authentication-Results: ${server};\r\n dmarc=${dmarc} header.from=${domain}\r\n`;
  }

  /** A receiving server judges any bytes, those that are no mail among them. */
  private async fromDomain(raw: Buffer): Promise<string> {
    const mail = await this.parser.parse(raw).catch(() => null);
    const sender = mail === null ? null : readSender(mail.fields, mail.from);
    return sender?.known === true ? sender.domain : 'unknown.invalid';
  }
}

const sentOf = async (row: SentRow): Promise<Sent> => {
  const mail = await PostalMime.parse(row.raw);
  return {
    id: row.id,
    at: row.at.toISOString(),
    envelope: { from: row.envelope_from ?? '', to: row.envelope_to },
    from: mail.from?.address ?? '',
    to: (mail.to ?? []).map(({ address }) => address ?? '').join(', '),
    subject: mail.subject ?? '',
    headers: mail.headers.map(({ key, value }) => [key, value] as const),
    text: mail.text ?? '',
    html: mail.html ?? '',
  };
};
