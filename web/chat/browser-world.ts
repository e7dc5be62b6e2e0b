/** The browser as the chat's world. */
import type { Socket, SocketEvents, World } from './world.js';

/** Says only that a conversation was open here; the conversation itself is known by the cookie alone. */
const MEMORY = 'skranke-open';

export function browserWorld(): World {
  return {
    fetch: async (path, init) => fetch(path, init),
    listen,
    after: (ms, wake) => {
      const timer = setTimeout(wake, ms);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
    random: () => Math.random(),
    newKey,
    remembers,
    remember,
  };
}

function listen(address: string, events: SocketEvents): Socket {
  // The server may know itself by another name than the one the person reached it by.
  const { pathname, search } = new URL(address, location.href);
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${location.host}${pathname}${search}`);
  socket.onopen = () => events.onOpen();
  socket.onmessage = ({ data }: MessageEvent<unknown>) => events.onFrame(typeof data === 'string' ? data : '');
  socket.onclose = ({ code }) => events.onClose(code);
  return socket;
}

/** 128 bit; `crypto.randomUUID` is withheld where the address is not secure. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

function remembers(): boolean {
  try {
    return localStorage.getItem(MEMORY) !== null;
  } catch {
    // Storage denied: the cookie may still be there, so we ask.
    return true;
  }
}

function remember(open: boolean): void {
  try {
    if (open) localStorage.setItem(MEMORY, '1');
    else localStorage.removeItem(MEMORY);
  } catch {
    // Storage denied or full: then every visit asks the server.
  }
}
