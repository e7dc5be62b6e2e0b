/** The chat door as somebody without manners would use it: one request at a time, nothing put right. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';

export type Opened = { readonly conversationId: string; readonly token: string; readonly streamUrl: string };
export type Answered = { readonly status: number; readonly code: string | null; readonly body: unknown };

export class RawDoor {
  constructor(readonly url: string) {}

  /** A conversation of one's own. */
  async open(): Promise<Opened> {
    const { token } = (await this.send('POST', '/tokens/generate')).body as Opened;
    return (await this.send('POST', '/conversations', { token })).body as Opened;
  }

  async say(opened: Opened, activity: unknown): Promise<Answered> {
    const path = `/conversations/${opened.conversationId}/activities`;
    return this.send('POST', path, { token: opened.token, json: activity });
  }

  async said(opened: Opened, text: string, clientActivityID: string = randomUUID()): Promise<Answered> {
    return this.say(opened, { type: 'message', text, channelData: { clientActivityID } });
  }

  async read(opened: Opened, watermark = ''): Promise<Answered> {
    return this.send('GET', `/conversations/${opened.conversationId}/activities?watermark=${watermark}`, opened);
  }

  async send(
    method: string,
    path: string,
    so: {
      readonly token?: string;
      readonly json?: unknown;
      readonly raw?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Answered> {
    const body = so.raw ?? (so.json === undefined ? undefined : JSON.stringify(so.json));
    const response = await fetch(`${this.url}/v3/directline${path}`, {
      method,
      headers: {
        ...(so.token === undefined ? {} : { Authorization: `Bearer ${so.token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...so.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const parsed = (text === '' ? null : JSON.parse(text)) as { error?: { code: string } } | null;
    return { status: response.status, code: parsed?.error?.code ?? null, body: parsed };
  }

  /** A fresh stream address, its ticket unspent. */
  async streamUrl(opened: Opened, watermark = '0'): Promise<string> {
    const answered = await this.send('GET', `/conversations/${opened.conversationId}?watermark=${watermark}`, opened);
    return (answered.body as Opened).streamUrl;
  }
}

type Frame = {
  readonly activities: readonly { readonly id: string; readonly text?: string }[];
  readonly watermark: string;
};

/** A socket on a stream address, and everything it hears. */
export class RawStream {
  readonly frames: Frame[] = [];
  readonly texts: string[] = [];
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
  private readonly opened: Promise<number>;

  constructor(address: string, headers: Readonly<Record<string, string>> = {}, autoPong = true) {
    this.socket = new WebSocket(address, { headers, autoPong });
    this.socket.on('message', (text: Buffer) => {
      this.texts.push(text.toString('utf8'));
      if (text.length > 0) this.frames.push(JSON.parse(text.toString('utf8')) as Frame);
    });
    this.closed = new Promise((settle) => this.socket.on('close', settle));
    this.opened = new Promise((settle) => {
      this.socket.on('open', () => settle(101));
      this.socket.on('unexpected-response', (_, response) => {
        settle(response.statusCode ?? 0);
        this.socket.terminate();
      });
      this.socket.on('error', () => settle(0));
    });
  }

  /** @returns 101 when it opened, otherwise the status of the refusal */
  async status(): Promise<number> {
    return this.opened;
  }

  get heard(): readonly string[] {
    return this.frames.flatMap(({ activities }) => activities.map(({ id }) => id));
  }
}
