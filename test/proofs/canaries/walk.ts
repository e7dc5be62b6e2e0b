/** What people do at the desk in this proof, with every byte that comes back kept. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { eventually, sentTo, type DevPerson, type RunningDesk } from '../../world/running-desk.js';

/** One answer over HTTP or the stream; `walker` is who was talking there, null for nobody in particular. */
export type Kept = {
  readonly walker: string | null;
  readonly where: string;
  readonly headers: string;
  readonly body: string;
};

const languages = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const questions = {
  nb: [
    'Hva er kravet på?',
    'Hvordan er det regnet ut?',
    'Hvor skal jeg betale?',
    'Hvor langt har saken min kommet?',
    'Jeg vil ha innsyn',
    'Jeg er uenig i kravet',
    'Adressen min er feil',
  ],
  nn: [
    'Kor mykje er kravet på?',
    'Korleis er det rekna ut?',
    'Kvar skal eg betale?',
    'Kor langt har saka mi kome?',
    'Eg vil ha innsyn',
    'Eg er usamd i kravet',
    'Adressa mi er feil',
  ],
  en: [
    'How much is the claim?',
    'How was that worked out?',
    'Where do I pay?',
    'How far has my request come?',
    'I want access to my data',
    'I dispute the claim',
    'My address is wrong',
  ],
};

export class Walker {
  readonly typed = new Set<string>();
  private token = '';
  private id = '';

  private constructor(
    private readonly desk: RunningDesk,
    private readonly kept: Kept[],
    private readonly person: DevPerson,
  ) {}

  static async open(desk: RunningDesk, kept: Kept[], person: DevPerson): Promise<Walker> {
    const walker = new Walker(desk, kept, person);
    const opened = JSON.parse(await walker.call('POST', '/v3/directline/tokens/generate')) as {
      readonly token: string;
      readonly conversationId: string;
    };
    walker.token = opened.token;
    walker.id = opened.conversationId;
    return walker;
  }

  async say(text: string): Promise<void> {
    this.typed.add(text);
    await this.refreshing('POST', `/v3/directline/conversations/${this.id}/activities`, {
      type: 'message',
      text,
      locale: languages[this.person.language],
      from: { id: 'somebody' },
      channelData: { clientActivityID: randomUUID() },
    });
  }

  async sayAll(): Promise<void> {
    for (const question of questions[this.person.language]) await this.say(question);
  }

  /** Everything that is true and proves nothing. */
  async sayWhatSheKnows(): Promise<void> {
    const { name, nationalId, address, phone, cases } = this.person;
    const [one] = cases;
    for (const text of [
      name,
      nationalId,
      address?.street,
      phone,
      one?.caseNumber,
      one?.kid,
      `KID ${one?.kid ?? ''} ${one?.creditor ?? ''}`,
    ])
      if (typeof text === 'string' && text !== '') await this.say(text);
  }

  async proveMailbox(): Promise<void> {
    const { email } = this.person;
    if (email === null) return;
    const before = (await sentTo(this.desk, email)).length;
    await this.say(email);
    const mail = await eventually(`a code to ${email}`, async () => (await sentTo(this.desk, email))[before]);
    await this.say(/\d{4}\s?\d{4}/.exec(mail.text)?.[0] ?? '');
  }

  async proveLetter(at = 0): Promise<void> {
    const code = this.person.cases[at]?.letterCode;
    if (code !== undefined) await this.say(code);
  }

  /** All of it again, by HTTP and by the stream. */
  async readAll(): Promise<void> {
    await this.refreshing('GET', `/v3/directline/conversations/${this.id}/activities?watermark=0`);
    const { streamUrl } = JSON.parse(
      await this.refreshing('GET', `/v3/directline/conversations/${this.id}?watermark=0`),
    ) as { readonly streamUrl: string };
    const socket = new WebSocket(streamUrl);
    let frames = 0;
    socket.on('message', (frame: Buffer) => {
      if (frame.length === 0) return;
      frames += 1;
      this.kept.push({ walker: this.person.key, where: 'stream', headers: '', body: frame.toString('utf8') });
    });
    await eventually('the stream', () => Promise.resolve(frames > 0 ? true : null));
    socket.close();
  }

  private async refreshing(method: string, path: string, body?: object): Promise<string> {
    const first = await this.call(method, path, body);
    if (!first.includes('SKR_TOKEN_EXPIRED')) return first;
    this.token = (
      JSON.parse(await this.call('POST', '/v3/directline/tokens/refresh')) as { readonly token: string }
    ).token;
    return this.call(method, path, body);
  }

  private async call(method: string, path: string, body?: object): Promise<string> {
    return keepAnswer(this.desk, this.kept, this.person.key, {
      method,
      path,
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': languages[this.person.language],
        ...(this.token === '' ? {} : { Authorization: `Bearer ${this.token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

type Call = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export const keepAnswer = async (
  desk: RunningDesk,
  kept: Kept[],
  walker: string | null,
  call: Call,
): Promise<string> => {
  const response = await fetch(`${desk.url}${call.path}`, {
    method: call.method,
    headers: { ...call.headers },
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  const body = await response.text();
  const headers = `${String(response.status)}\n${[...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')}`;
  kept.push({ walker, where: `${call.method} ${call.path.replace(/[\w-]{43}/g, ':id')}`, headers, body });
  return body;
};

/** A mail from her address that holds everything she knows. */
export const mailFrom = async (desk: RunningDesk, person: DevPerson, dmarc: 'pass' | 'none'): Promise<void> => {
  const { email, name, nationalId, address, phone, cases, language } = person;
  if (email === null) return;
  const [one] = cases;
  const raw = [
    `From: ${name.replace(/[^\x20-\x7e]/g, 'x')} <${email}>`,
    'To: post@fjordvakt.example',
    'Cc: somebody.else@elsewhere.example',
    `Subject: Sak ${one?.caseNumber ?? ''} KID ${one?.kid ?? ''}`,
    `Message-ID: <${randomUUID()}@brevdue.example>`,
    'Date: Tue, 24 Nov 2026 10:00:00 +0100',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${questions[language].slice(3).join('. ')}. ${name}, ${nationalId ?? ''}, ${address?.street ?? ''}, ${phone ?? ''}, ${one?.creditor ?? ''}`,
  ].join('\r\n');
  const answer = await fetch(`${desk.url}/dev/mailbox?dmarc=${dmarc}`, {
    method: 'POST',
    headers: { 'Content-Type': 'message/rfc822' },
    body: raw,
  });
  if (answer.status !== 202)
    throw new Error(`the mailbox would not take a mail of ${person.key}: ${await answer.text()}`);
};
