/** A provider of text messages on loopback, as kind or as bad as a test wants it. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** What it does with a request. `hangs` and `drops` come after the body was read, `lies` breaks HTTP itself. */
export type Manner = { readonly status: number } | 'hangs' | 'drops' | 'lies' | { readonly location: string };

export type ReceivedSms = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export class SmsReceiver {
  readonly received: ReceivedSms[] = [];
  manner: Manner = { status: 200 };
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<SmsReceiver> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        receiver.received.push({ method, path, headers, body });
        const { manner } = receiver;
        if (manner === 'hangs') return;
        if (manner === 'drops') return void request.socket.destroy();
        if (manner === 'lies') return void request.socket.end('HTTP/1.1 twohundred OK\r\nContent-Length: -5\r\n\r\n');
        if ('location' in manner) return void response.writeHead(307, { Location: manner.location }).end();
        response.writeHead(manner.status).end('{"ok":true}');
      });
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const receiver = new SmsReceiver(server, `http://127.0.0.1:${String(port)}/send`);
    server.on('connection', (socket) => {
      receiver.sockets.add(socket);
      socket.once('close', () => receiver.sockets.delete(socket));
    });
    return receiver;
  }

  /** How many connections stand open. */
  get open(): number {
    return this.sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((settle) => void this.server.close(() => settle()));
  }
}
