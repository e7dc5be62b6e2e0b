import { Injectable } from '@nestjs/common';
import { seal, type Sealed } from '../modules/disclosure/sealed.js';
import { ParseMailService } from './parse-mail.service.js';

/** What a caseworker sees of a mail beside its words. */
export type MailInWords = {
  readonly subject: Sealed<string>;
  readonly messageId: Sealed<string> | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
};

/** Reads a stored mail for the console, in the same thread with the same limits as the intake. */
@Injectable()
export class MailReaderService {
  constructor(private readonly parser: ParseMailService) {}

  /** @returns null for a mail that cannot be read */
  async read(raw: Buffer): Promise<MailInWords | null> {
    const mail = await this.parser.parse(raw).catch(() => null);
    if (mail === null) return null;
    return {
      subject: seal(mail.subject),
      messageId: mail.messageId === null ? null : seal(mail.messageId),
      attachments: mail.attachments.map(({ name, type, size }) => ({ name, type, size })),
    };
  }
}
