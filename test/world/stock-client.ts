/** The stock Direct Line client, `botframework-directlinejs`, as a page of somebody else's would use it. */
import { randomUUID } from 'node:crypto';
import directLine, { type DirectLine as StockDirectLine } from 'botframework-directlinejs';
import { eventually } from './running-desk.js';
import { XmlHttpRequest } from './xml-http-request.js';

Object.assign(globalThis, { XMLHttpRequest: XmlHttpRequest });

export type Road = 'polling' | 'WebSocket';

export type Heard = {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string; readonly skranke?: { readonly level: string } };
  readonly suggestedActions?: { readonly actions: readonly { readonly type: string; readonly title: string }[] };
};

export class StockClient {
  readonly heard: Heard[] = [];
  readonly statuses: number[] = [];
  private readonly line: StockDirectLine;
  private readonly subscription: { unsubscribe(): void };

  constructor(
    private readonly url: string,
    road: Road,
    token: string,
  ) {
    const domain = `${url}/v3/directline`;
    this.line = new directLine.DirectLine({ token, domain, webSocket: road === 'WebSocket', pollingInterval: 200 });
    this.line.connectionStatus$.subscribe((status) => void this.statuses.push(status));
    this.subscription = this.line.activity$.subscribe((activity) => void this.heard.push(activity as Heard));
  }

  /** The token it holds now, and the watermark it has come to. */
  get state(): { readonly token: string; readonly watermark: string; readonly conversationId: string } {
    const { token, watermark, conversationId } = this.line as never as Record<string, string>;
    return { token: token ?? '', watermark: watermark ?? '', conversationId: conversationId ?? '' };
  }

  /** @returns the id the desk gave it, or `retry` */
  async post(text: string, clientActivityID: string = randomUUID()): Promise<string> {
    const activity = { type: 'message', from: { id: 'me' }, text, channelData: { clientActivityID } } as const;
    return new Promise((taken, refused) => this.line.postActivity(activity).subscribe(taken, refused));
  }

  async answerTo(id: string): Promise<Heard> {
    return eventually(`an answer to ${id}`, () => Promise.resolve(this.heard.find((one) => one.replyToId === id)));
  }

  /** What the page around a stock client does when it hears that the token is spent: a new one for the old. */
  async renew(): Promise<void> {
    const refreshed = await this.call('POST', '/tokens/refresh', this.state.token);
    const { token } = refreshed as { token: string };
    const path = `/conversations/${this.state.conversationId}?watermark=${this.state.watermark}`;
    const { streamUrl } = (await this.call('GET', path, token)) as { streamUrl: string };
    this.line.reconnect({ conversationId: this.state.conversationId, token, streamUrl });
  }

  close(): void {
    this.subscription.unsubscribe();
    this.line.end();
  }

  private async call(method: string, path: string, token: string): Promise<unknown> {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(`${this.url}/v3/directline${path}`, { method, headers });
    if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
    return response.json();
  }
}
