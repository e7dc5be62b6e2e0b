import { createServer } from 'node:net';
import { isCode } from './private-file.service.js';

export type PortState = 'free' | 'taken' | 'forbidden';

/** Whether a program could listen on the loopback port now. */
export const portState = (port: number, host = '127.0.0.1'): Promise<PortState> =>
  new Promise((settle) => {
    const server = createServer();
    server.once('error', (error) => settle(isCode(error, 'EACCES') ? 'forbidden' : 'taken'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => settle('free')));
  });

/** A loopback port nobody listens on at the moment; who takes it must be ready to find it taken. */
export const somePort = (): Promise<number> =>
  new Promise((settle, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => settle(port));
    });
  });
