/** A mail server that does with each message what a test tells it to. */
import { createServer, type Server, type Socket } from 'node:net';

/** What it does with the next message; `reply` is the code at that step, `drop` ends the connection there without one. */
export type Behaviour =
  | { readonly do: 'accept' }
  | { readonly do: 'reply'; readonly at: Step; readonly code: number }
  | { readonly do: 'drop'; readonly at: Step };

/** `whole`: after the message has come in whole. */
export type Step = 'greeting' | 'sender' | 'recipient' | 'data' | 'whole';

export type TakenMail = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

export type ScriptedSmtp = {
  readonly port: number;
  /** What it took and said so. */
  readonly taken: TakenMail[];
  /** What it has whole, whether it said so or not. */
  readonly whole: TakenMail[];
  /** How the next messages fare, one after the other; then it accepts. */
  readonly next: Behaviour[];
  /** Closes every line it has, as a server does that is restarted. */
  readonly dropAll: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Session = { from: string; to: string[]; lines: string[] | null; behaviour: Behaviour };

export const startScriptedSmtp = async (): Promise<ScriptedSmtp> => {
  const taken: TakenMail[] = [];
  const whole: TakenMail[] = [];
  const next: Behaviour[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, { taken, whole, next });
  });
  await listening(server);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    taken,
    whole,
    next,
    dropAll: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((settle) => setTimeout(settle, 50));
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((settle) => server.close(settle));
    },
  };
};

const listening = (server: Server): Promise<void> =>
  new Promise((settle) => server.listen(0, '127.0.0.1', () => settle()));

const converse = (socket: Socket, book: Pick<ScriptedSmtp, 'taken' | 'whole' | 'next'>): void => {
  const fresh = (): Session => ({ from: '', to: [], lines: null, behaviour: { do: 'accept' } });
  let session = fresh();
  const say = (line: string): void => {
    socket.write(`${line}\r\n`);
  };
  /** Whether the dialog may go on at this step. */
  const pass = (step: Step): boolean => {
    const { behaviour } = session;
    if (behaviour.do === 'accept' || behaviour.at !== step) return true;
    if (behaviour.do === 'drop') socket.destroy();
    else say(`${String(behaviour.code)} as told`);
    return false;
  };
  const answers: Readonly<Record<string, (line: string) => void>> = {
    EHLO: () => say('250 scripted'),
    RSET: () => say('250 ok'),
    QUIT: () => socket.end('221 bye\r\n'),
    MAIL: (line) => {
      session = { ...fresh(), behaviour: book.next.shift() ?? { do: 'accept' }, from: bracketed(line) };
      if (pass('sender')) say('250 ok');
    },
    RCPT: (line) => {
      session.to.push(bracketed(line));
      if (pass('recipient')) say('250 ok');
    },
    DATA: () => {
      if (!pass('data')) return;
      session.lines = [];
      say('354 go on');
    },
  };
  const content = (lines: string[], line: string): void => {
    if (line !== '.') {
      lines.push(line.startsWith('.') ? line.slice(1) : line);
      return;
    }
    session.lines = null;
    const mail = { from: session.from, to: session.to, raw: lines.join('\r\n') };
    book.whole.push(mail);
    if (!pass('whole')) return;
    book.taken.push(mail);
    say('250 taken');
  };
  const [first] = book.next;
  if (first !== undefined && first.do !== 'accept' && first.at === 'greeting') {
    session.behaviour = first;
    book.next.shift();
    if (!pass('greeting')) {
      socket.end();
      return;
    }
  }
  say('220 scripted');
  let rest = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (session.lines !== null) content(session.lines, line);
      else answers[line.slice(0, 4).toUpperCase()]?.(line);
    }
  });
};

const bracketed = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
