/** Stands between two programs and cuts what they say to each other. */
import { connect, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  readonly port: number;
  /** Ends every connection there is, as a cable pulled. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
};

export const startCuttingProxy = async (to: number): Promise<CuttingProxy> => {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: to });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', () => settle()));
  const address = server.address();
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut,
    stop: async () => {
      cut();
      await new Promise((settle) => server.close(settle));
    },
  };
};
