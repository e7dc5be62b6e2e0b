/** A desk and a page for the tests: the desk stores what it is told once, echoes it, and answers each new message. */
import type { Activity } from './activity.js';
import { DirectLine } from './direct-line.js';
import type { Answer, Asked, Desk, FakeWorld } from './fake-world.js';
import type { Letter, Outbox } from './outbox.js';

type Wire = { readonly id: string; readonly type: 'message'; readonly text: string; readonly channelData?: unknown };

export class FakeDesk {
  token = 't1';
  conversationId = 'c1';
  readonly stored: Wire[] = [];
  readonly #hasCookie: boolean;

  constructor({ hasCookie = false } = {}) {
    this.#hasCookie = hasCookie;
  }

  readonly answer: Desk = ({ method, path, token, body }): Answer => {
    if (path === '/conversations') return { status: 201, body: this.session('?t=1') };
    if (path === '/tokens/refresh') return this.#refresh(token);
    if (path === '/tokens/end') return { status: token === this.token ? 204 : 401 };
    if (token !== this.token) return { status: 403 };
    if (!path.startsWith(`/conversations/${this.conversationId}`)) return { status: 404 };
    if (!path.includes('/activities')) return { status: 200, body: this.session('?t=2') };
    return method === 'GET' ? this.#read(path) : this.#store(body as { channelData: { clientActivityID: string } });
  };

  say(id: string, text: string, channelData?: unknown): void {
    this.stored.push({ id, type: 'message', text, channelData });
  }

  session(streamUrl?: string): unknown {
    return { conversationId: this.conversationId, token: this.token, expires_in: 1_800, streamUrl };
  }

  set(after: number): unknown {
    return { activities: this.stored.slice(after), watermark: String(this.stored.length) };
  }

  #refresh(token: string | undefined): Answer {
    const known = token === undefined ? this.#hasCookie : token === this.token;
    return known ? { status: 200, body: this.session() } : { status: token === undefined ? 401 : 403 };
  }

  #read(path: string): Answer {
    return { status: 200, body: this.set(Number(/watermark=(\d*)/.exec(path)?.[1] ?? 0)) };
  }

  #store(body: { readonly channelData: { readonly clientActivityID: string } }): Answer {
    const key = body.channelData.clientActivityID;
    if (!this.stored.some(({ id }) => id === key)) {
      this.say(key, 'Hei', body.channelData);
      this.say(`a-${key}`, `Svar ${key}`);
    }
    return { status: 200, body: { id: key } };
  }
}

/** The desk, but with some answers put before its own. */
export function before(desk: Desk, matches: (asked: Asked) => boolean, ...answers: readonly Answer[]): Desk {
  const left = [...answers];
  return (asked) => (matches(asked) ? left.shift() : undefined) ?? desk(asked);
}

/** Whether a call posts an activity, and under which key. */
export const posts = ({ method, path }: Asked): boolean => method === 'POST' && path.endsWith('/activities');
export const keyOf = (asked: Asked | undefined): unknown =>
  (asked?.body as { channelData: { clientActivityID: string } } | undefined)?.channelData.clientActivityID;

/** What a page was told. */
export type Seen = { texts: string[]; outbox: Outbox; links: string[]; beginnings: boolean[] };

export function begin(world: FakeWorld, first?: Letter): { line: DirectLine; seen: Seen } {
  const seen: Seen = { texts: [], outbox: [], links: [], beginnings: [] };
  const line = new DirectLine(
    world,
    {
      locale: () => 'nb-NO',
      onBeginning: (anew) => seen.beginnings.push(anew),
      onActivities: (activities) => seen.texts.push(...activities.flatMap(text)),
      onOutbox: (outbox) => (seen.outbox = outbox),
      onLink: (link) => seen.links.push(link),
    },
    first,
  );
  line.start();
  return { line, seen };
}

function text(activity: Activity): string[] {
  return activity.kind === 'message' ? [activity.text] : [];
}
