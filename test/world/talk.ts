/** One chat with an inner desk: what is said, and what its page would be shown. */
import { toActivity, type WireActivity } from '../../src/bot/to-activity.js';
import type { InboundEvent, Taken } from '../../src/modules/conversation/inbound-message.js';
import type { ConversationRow } from '../../src/modules/conversation/session-row.js';
import { seal } from '../../src/modules/disclosure/sealed.js';
import type { Language } from '../../src/modules/policy/phrases.js';
import type { InnerDesk } from './inner-desk.js';

export class Talk {
  private constructor(
    private readonly desk: InnerDesk,
    readonly publicId: string,
    readonly id: string,
    private readonly language: Language,
  ) {}

  static async open(desk: InnerDesk, language: Language = 'nb'): Promise<Talk> {
    const publicId = await desk.sessions.open(language);
    const row = await desk.sessions.find(publicId);
    if (row === null) throw new Error('a conversation that was opened and is not there');
    return new Talk(desk, publicId, row.id, language);
  }

  async row(): Promise<ConversationRow> {
    const row = await this.desk.sessions.find(this.publicId);
    if (row === null) throw new Error('the conversation is closed');
    return row;
  }

  /** Every line so far, as the chat door puts it on the wire. */
  async lines(after = 0): Promise<readonly WireActivity[]> {
    const lines = await this.desk.sessions.linesAfter(await this.row(), after);
    return lines.map((line) => toActivity(line, this.publicId, 'Fjordvakt'));
  }

  async take(text: string, more: { readonly clientId?: string; readonly event?: InboundEvent } = {}): Promise<Taken> {
    return this.desk.conversations.take({
      channel: 'chat',
      conversationId: this.id,
      clientId: more.clientId ?? null,
      receivedAt: this.desk.clock.now(),
      text: seal(text),
      language: this.language,
      event: more.event ?? null,
      mail: null,
    });
  }

  /** Says something. @returns the words of the answer */
  async say(text: string): Promise<string> {
    const { lastSeq } = await this.row();
    await this.take(text);
    return (await this.lines(lastSeq)).find((line) => line.from.role === 'bot')?.text ?? '';
  }

  async level(): Promise<string> {
    return (await this.row()).level;
  }

  /** Asks for a code and fetches it from where it was sent. @returns null when none was sent */
  async codeFor(address: string): Promise<string | null> {
    this.desk.sent();
    await this.say(address);
    await this.desk.work();
    const code = this.desk.sent().find((message) => message.kind === 'code');
    return /\d{4}\s?\d{4}/.exec(code?.reply.text ?? '')?.[0].replace(/\s/g, '') ?? null;
  }

  /** Proves a mailbox. @throws when no code comes */
  async proveMailbox(address: string): Promise<string> {
    const code = await this.codeFor(address);
    if (code === null) throw new Error(`no code was sent to ${address}`);
    return this.say(code);
  }
}
