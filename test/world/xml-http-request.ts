/** As much of a browser's XMLHttpRequest as the stock Direct Line client asks for, over fetch. */
export class XmlHttpRequest {
  readyState = 0;
  status = 0;
  response: unknown = '';
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  upload = {};
  onreadystatechange: (() => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;
  ontimeout: (() => void) | null = null;
  private method = 'GET';
  private url = '';
  private readonly sent: Record<string, string> = {};
  private answer: Headers | null = null;
  private readonly away = new AbortController();

  open(method: string, url: string): void {
    this.method = method;
    this.url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.sent[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.answer?.get(name) ?? null;
  }

  abort(): void {
    this.away.abort();
  }

  send(body?: BodyInit): void {
    const { method, sent: headers } = this;
    void fetch(this.url, { method, headers, ...(body === undefined ? {} : { body }), signal: this.away.signal })
      .then(async (response) => {
        this.answer = response.headers;
        this.status = response.status;
        this.responseText = await response.text();
        this.response = this.responseType === 'json' ? parsed(this.responseText) : this.responseText;
        this.readyState = 4;
        this.onreadystatechange?.();
      })
      .catch((error: unknown) => {
        if (!this.away.signal.aborted) this.onerror?.(error);
      });
  }
}

const parsed = (text: string): unknown => (text === '' ? null : JSON.parse(text));
