/** A mail room whose clock, mail server and database are the test's own: mails in by hand, mails out counted. */
import { freshDatabase, type FreshDatabase } from './database.js';
import { storyTime, TestClock } from './inner-desk.js';
import { openMailHouse, type MailHouse } from './mail-house.js';
import { rawMail, type Fields } from './mails.js';
import { startScriptedSmtp, type ScriptedSmtp } from './scripted-smtp.js';

export type OutgoingRow = {
  readonly kind: string;
  readonly state: string;
  readonly phase: string | null;
  readonly attempts: number;
  readonly message_id: string;
  readonly not_before: Date;
};

export class MailBench {
  private uid = 0;

  private constructor(
    readonly clock: TestClock,
    readonly smtp: ScriptedSmtp,
    private readonly database: FreshDatabase,
    private house: MailHouse,
  ) {}

  static async open(): Promise<MailBench> {
    const clock = new TestClock(storyTime);
    const [database, smtp] = await Promise.all([freshDatabase(), startScriptedSmtp()]);
    return new MailBench(clock, smtp, database, await openMailHouse({ database, clock, smtpPort: smtp.port }));
  }

  /** Puts a mail into the table as the mailbox job does. */
  async receive(fields: Fields = {}, body?: string): Promise<void> {
    await this.receiveRaw(rawMail({ 'Message-ID': `<${String(this.uid + 1)}@brevdue.example>`, ...fields }, body));
  }

  async receiveRaw(raw: Buffer): Promise<void> {
    this.uid += 1;
    const at = this.clock.now();
    const from = { mailbox: 'TEST', uidvalidity: 1n, uid: this.uid, receivedAt: at };
    await this.house.mails.store({ ...from, size: raw.length, raw }, at);
  }

  /** Takes in what came and sends what waits. */
  async work(): Promise<void> {
    await this.house.intake.drain();
    await this.house.delivery.drain();
  }

  async ask<Row>(question: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.house.source.query<Row[]>(question, [...values]);
  }

  async count(what: string): Promise<number> {
    return (await this.ask<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`))[0]?.n ?? -1;
  }

  async outgoing(): Promise<readonly OutgoingRow[]> {
    return this.ask('SELECT kind, state, phase, attempts, message_id, not_before FROM outgoing_message ORDER BY id');
  }

  /** Another worker takes over. */
  async restart(): Promise<void> {
    await this.house.close();
    this.house = await openMailHouse({ database: this.database, clock: this.clock, smtpPort: this.smtp.port });
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.smtp.stop();
    await this.database.drop();
  }
}
