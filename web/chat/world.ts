/** All that the chat asks of the browser, so that a test can be the browser. */

export type Socket = {
  close(): void;
};
export type SocketEvents = {
  readonly onOpen: () => void;
  /** An empty text is the server's sign of life. */
  readonly onFrame: (text: string) => void;
  /** Once, also when the socket never opened. */
  readonly onClose: (code: number) => void;
};
export type World = {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Opens the socket a stream address points to. */
  readonly listen: (address: string, events: SocketEvents) => Socket;
  /** Calls `wake` once after `ms`; the answer calls it off. */
  readonly after: (ms: number, wake: () => void) => () => void;
  readonly now: () => number;
  readonly random: () => number;
  readonly newKey: () => string;
  /** Whether a conversation may be waiting behind the cookie; true when nothing can be remembered. */
  readonly remembers: () => boolean;
  readonly remember: (open: boolean) => void;
};
