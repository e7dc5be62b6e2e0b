/** A browser with one conversation and its cookies, which goes out to the eID and comes back. */
import type { DevPerson } from './running-desk.js';

export type DeskLine = {
  readonly text: string;
  readonly level: string;
  readonly actions: readonly { readonly type: string; readonly title: string; readonly value: string }[];
};

type WireLine = {
  readonly text?: string;
  readonly from: { readonly role: string };
  readonly channelData?: { readonly skranke?: { readonly level: string } };
  readonly suggestedActions?: { readonly actions: DeskLine['actions'] };
};

export class EidBrowser {
  private readonly jar = new Map<string, string>();
  private id = '';

  private constructor(readonly url: string) {}

  static async open(url: string): Promise<EidBrowser> {
    const browser = new EidBrowser(url);
    const opened = await browser.send('POST', `${url}/v3/directline/conversations`);
    browser.id = ((await opened.json()) as { conversationId: string }).conversationId;
    return browser;
  }

  async say(text: string): Promise<DeskLine> {
    const path = `${this.url}/v3/directline/conversations/${this.id}/activities`;
    await fetch(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${await this.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text, locale: 'nb' }),
    });
    return this.newest();
  }

  /** The desk's last line, read with the token the cookie gets. */
  async newest(): Promise<DeskLine> {
    const path = `${this.url}/v3/directline/conversations/${this.id}/activities`;
    const answer = await fetch(path, { headers: { authorization: `Bearer ${await this.token()}` } });
    const { activities } = (await answer.json()) as { activities: readonly WireLine[] };
    const line = activities.filter(({ from }) => from.role === 'bot').at(-1);
    return {
      text: line?.text ?? '',
      level: line?.channelData?.skranke?.level ?? '',
      actions: line?.suggestedActions?.actions ?? [],
    };
  }

  /** @returns where the issuer's page is; null when the desk does not lead there */
  async start(page = ''): Promise<URL | null> {
    const answer = await this.send('GET', `${this.url}/eid/start${page}`);
    const location = answer.headers.get('location');
    return location === null ? null : new URL(location);
  }

  /** Comes back by the address the issuer gave. @returns the page that is shown */
  async comeBack(to: URL): Promise<string> {
    return (await this.send('GET', to.href)).text();
  }

  async send(method: string, address: string): Promise<Response> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { 'accept-language': 'nb', ...(cookie === '' ? {} : { cookie }) },
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  /** Another browser's login cookie, as a thief who could plant one would. */
  plant(name: string, value: string): void {
    this.jar.set(name, value);
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  forget(name: string): void {
    this.jar.delete(name);
  }

  /** What the conversation's cookie opens now; the level may have rotated it. */
  private async token(): Promise<string> {
    const answer = await this.send('POST', `${this.url}/v3/directline/tokens/refresh`);
    return ((await answer.json()) as { token: string }).token;
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || line.includes('1970')) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

export const debtorsOf = async (url: string): Promise<readonly (DevPerson & { readonly nationalId: string })[]> => {
  const people = (await (await fetch(`${url}/dev/people.json`)).json()) as readonly DevPerson[];
  return people.flatMap((one) =>
    one.nationalId !== null && one.cases.length > 0 ? [{ ...one, nationalId: one.nationalId }] : [],
  );
};
