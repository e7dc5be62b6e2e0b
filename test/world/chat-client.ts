/** A Direct Line client as an outsider would write one: HTTP, polling, one refresh when the level changes. */
import { randomUUID } from 'node:crypto';

export type ChatActivity = {
  readonly type: string;
  readonly id: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly text?: string;
  readonly replyToId?: string;
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly skranke?: {
      readonly level: string;
      readonly lang: string;
      readonly lead?: string;
      readonly cards: readonly {
        readonly title: string;
        readonly notes: readonly string[];
        readonly rows: readonly (readonly [string, string, boolean])[];
        readonly total?: readonly [string, string, boolean];
      }[];
      readonly expects?: string;
    };
  };
};

export type HttpAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export class ChatClient {
  private token = '';
  private id = '';
  private seen = 0;

  private constructor(
    private readonly url: string,
    private readonly locale: string,
  ) {}

  static async open(url: string, locale = 'nb-NO'): Promise<ChatClient> {
    const client = new ChatClient(url, locale);
    const opened = (await client.call('POST', '/tokens/generate', undefined, false)).body as {
      token: string;
      conversationId: string;
    };
    client.token = opened.token;
    client.id = opened.conversationId;
    await client.call('POST', '/conversations');
    return client;
  }

  get conversationId(): string {
    return this.id;
  }

  get bearer(): string {
    return this.token;
  }

  /** Says something and returns what the desk answers to it, waiting until it does. */
  async say(text: string): Promise<ChatActivity> {
    const before = this.seen;
    const posted = await this.post({
      type: 'message',
      text,
      locale: this.locale,
      from: { id: 'somebody' },
      channelData: { clientActivityID: randomUUID() },
    });
    const { id } = posted.body as { id: string };
    for (const start = Date.now(); Date.now() - start < 10_000; await new Promise((wake) => setTimeout(wake, 30))) {
      const { activities, watermark } = await this.read(before);
      const answer = activities.find((one) => one.from.role === 'bot' && one.replyToId === id);
      if (answer !== undefined) {
        this.seen = watermark;
        return answer;
      }
    }
    throw new Error(`no answer to "${text}"`);
  }

  async event(name: string, value: string): Promise<void> {
    await this.post({ type: 'event', name, value, locale: this.locale });
  }

  async post(activity: unknown): Promise<HttpAnswer> {
    return this.callRefreshing('POST', `/conversations/${this.id}/activities`, activity);
  }

  async read(after: number): Promise<{ readonly activities: readonly ChatActivity[]; readonly watermark: number }> {
    const { body } = await this.callRefreshing(
      'GET',
      `/conversations/${this.id}/activities?watermark=${String(after)}`,
    );
    const read = body as { activities: ChatActivity[]; watermark: string };
    return { activities: read.activities, watermark: Number(read.watermark) };
  }

  async call(method: string, path: string, body?: unknown, withToken = true): Promise<HttpAnswer> {
    const response = await fetch(`${this.url}/v3/directline${path}`, {
      method,
      headers: {
        ...(withToken ? { Authorization: `Bearer ${this.token}` } : {}),
        'Content-Type': 'application/json',
        'Accept-Language': this.locale,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
  }

  private async callRefreshing(method: string, path: string, body?: unknown): Promise<HttpAnswer> {
    const first = await this.call(method, path, body);
    if (first.status !== 403) return first;
    const refreshed = await this.call('POST', '/tokens/refresh');
    if (refreshed.status !== 200) return first;
    this.token = (refreshed.body as { token: string }).token;
    return this.call(method, path, body);
  }
}
