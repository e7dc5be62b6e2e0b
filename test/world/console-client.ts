/** A caseworker's page as the wire sees it: one session, the site's own Origin, JSON both ways. */
export type ConsoleAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export type ActBody = { readonly do: string } & Readonly<Record<string, unknown>>;

export class ConsoleClient {
  private cookie = '';

  private constructor(private readonly url: string) {}

  static async signIn(url: string, caseworkerId: string): Promise<ConsoleClient> {
    const client = new ConsoleClient(url);
    const { status, headers } = await client.call('POST', 'session', { caseworkerId });
    if (status !== 200) throw new Error(`${caseworkerId} was not signed in: ${String(status)}`);
    client.cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return client;
  }

  static stranger(url: string): ConsoleClient {
    return new ConsoleClient(url);
  }

  get session(): string {
    return this.cookie;
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ConsoleAnswer> {
    const response = await fetch(`${this.url}/api/console/${path}`, {
      method,
      headers: {
        Origin: this.url,
        ...(this.cookie === '' ? {} : { Cookie: this.cookie }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
  }

  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.call('GET', path);
    if (status !== 200) throw new Error(`${path}: ${String(status)} ${JSON.stringify(body)}`);
    return body as T;
  }

  async act(caseId: string, act: ActBody): Promise<ConsoleAnswer> {
    return this.call('POST', `cases/${caseId}/acts`, act);
  }
}
