/** Starts the page: reads where we are, opens the conversation, draws every change. */
import { render } from 'preact';
import { App } from './app.js';
import { browserWorld } from './browser-world.js';
import { askedFor, emptyChat, reduce, type Change } from './chat-state.js';
import { chooseLanguage } from './choose-language.js';
import { DirectLine } from './direct-line.js';
import type { Doings } from './doings.js';
import { findThread } from './find-thread.js';
import { Newest } from './newest.js';
import type { Letter } from './outbox.js';
import { forClipboard, tidy } from './tidy.js';
import { words } from './words.js';

/** An answer that has not come by then is no longer promised, ms. */
const ANSWER_MS = 15_000;

const root = document.getElementById('chat') ?? document.body;
const query = new URLSearchParams(location.search);
const collector = document.querySelector<HTMLMetaElement>('meta[name="skranke-collector"]')?.content ?? '';
const thread = findThread(location.pathname, query);
const asked = query.get('lang');

let state = emptyChat({
  language: chooseLanguage(asked, navigator.languages),
  chosen: asked !== null,
  online: navigator.onLine,
});
let desk = newDesk();
let stale = true;
let answerTimer: ReturnType<typeof setTimeout> | undefined;
const newest = new Newest((newBelow) => state.newBelow === newBelow || now({ newBelow }));

const doings: Doings = {
  write: (text) => change({ type: 'draft', text }),
  send: () => {
    const text = tidy(state.draft.text, askedFor(state));
    if (text !== '') post(text);
    change({ type: 'draft', text: '' });
  },
  press: (text) => {
    // A second press while the first is under way is a slip of the finger.
    if (!state.outbox.some(({ outgoing }) => 'text' in outgoing && outgoing.text === text)) post(text);
  },
  retry: (key) => desk.retry(key),
  decline: () => now({ declined: true }),
  copy: (row, button) => {
    void putOnClipboard(forClipboard(row.value)).then((copied) => {
      // Withheld in a frame or at an insecure address: then it is at least selected.
      if (!copied) getSelection()?.selectAllChildren(button.parentElement ?? button);
      now({ copied: copied ? row : undefined });
    });
  },
  speak: (language) => {
    change({ type: 'language', language });
    if (!state.ended) desk.post({ type: 'event', name: 'language', value: language });
  },
  scrolled: () => newest.scrolled(),
  showNewest: () => newest.show(),
  end: () => {
    change({ type: 'ended', ended: 'telling' });
    void desk.end().then((told) => state.ended && change({ type: 'ended', ended: told ? 'told' : 'untold' }));
  },
  again: () => {
    state = emptyChat(state);
    desk = newDesk();
    desk.start();
  },
};

document.documentElement.classList.toggle('embedded', query.has('embed'));
root.replaceChildren();
for (const turn of ['online', 'offline']) addEventListener(turn, lookAgain);
addEventListener('pageshow', lookAgain);
document.addEventListener('visibilitychange', lookAgain);
addEventListener('beforeunload', (event) => {
  // Unsent words live in memory only: leaving would lose them.
  if (state.outbox.some((letter) => letter.outgoing.type === 'message' && letter.state !== 'sent'))
    event.preventDefault();
});
addEventListener('resize', () => newest.drawn(root.querySelector('.talk')));
desk.start();
draw();

function newDesk(): DirectLine {
  const first: Letter | undefined =
    thread === undefined
      ? undefined
      : {
          // The same after a reload, so that the server hears of it once.
          key: `thread-${thread}`,
          outgoing: { type: 'event', name: 'thread', value: thread },
          state: 'waiting',
        };
  const line: DirectLine = new DirectLine(
    browserWorld(),
    {
      locale: () => words[state.language].locale,
      onBeginning: (anew) => change({ type: 'beginning', anew }),
      onActivities: (activities) => change({ type: 'activities', activities }),
      onOutbox: (outbox) => change({ type: 'outbox', outbox }),
      onLink: (link) => now({ link }),
    },
    first,
  );
  return line;
}

/** The network, the page or the person may be back. */
function lookAgain(): void {
  now({ online: navigator.onLine });
  desk.nudge();
}

function now(plain: Extract<Change, { type: 'plain' }>['now']): void {
  change({ type: 'plain', now: plain });
}

function change(what: Change): void {
  const before = state;
  state = reduce(state, what);
  if (state.answering !== before.answering) {
    clearTimeout(answerTimer);
    if (state.answering) answerTimer = setTimeout(() => now({ answering: false }), ANSWER_MS);
  }
  // Many changes in one breath are drawn once.
  if (!stale) queueMicrotask(draw);
  stale = true;
}

function draw(): void {
  stale = false;
  const focused = document.activeElement;
  const inComposer = focused?.closest('.composer') != null;
  document.documentElement.lang = state.language;
  render(<App collector={collector} state={state} doings={doings} />, root);
  // What had the keyboard may be gone: the keyboard stays near.
  const near = state.ended ? 'h2' : inComposer ? '#box' : '.talk';
  if (focused?.isConnected === false) root.querySelector<HTMLElement>(near)?.focus({ preventScroll: true });
  newest.drawn(root.querySelector('.talk'));
}

function post(text: string): void {
  desk.post({ type: 'message', text, locale: words[state.language].locale });
}

async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
