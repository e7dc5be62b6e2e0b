/**
 * How well and how fast messages are understood, on the frozen split of `test/corpus/understanding`; shares with their
 * 95 % Wilson interval. The anchor is a plain pass of the same text through `JSON.stringify` and `toLowerCase`.
 */
import { channelOf, readFrozen } from '../test/world/frozen-messages.js';
import { groupOf } from '../src/modules/understanding/intents.js';
import { LANGUAGES } from '../src/modules/understanding/language-id.js';
import { loadUnderstanding } from '../src/modules/understanding/load-model.service.js';
import { understand, type Understanding } from '../src/modules/understanding/understand.js';

type Share = { readonly of: number; readonly percent: number; readonly low: number; readonly high: number };

const reader = loadUnderstanding();
const frozen = readFrozen();
const read = (text: string): Understanding => understand({ channel: channelOf(text), text }, reader);

const inScope = frozen.inScope.map((line) => ({ ...line, read: read(line.text) }));
const outOfScope = frozen.outOfScope.map(read);
const acted = [
  ...inScope.filter((line) => line.read.action === 'act').map((line) => line.read.intents[0]?.intent === line.intent),
  ...outOfScope.filter(({ action }) => action === 'act').map(() => false),
];
const rights = inScope.filter(({ intent }) => groupOf(intent) === 'rights');
const several = frozen.several.map((line) => ({ ...line, read: read(line.text) }));

const quality = {
  topOne: Object.fromEntries(
    LANGUAGES.map((lang) => {
      const lines = inScope.filter((line) => line.lang === lang);
      return [lang, share(lines.map((line) => line.read.intents[0]?.intent === line.intent))];
    }),
  ),
  language: Object.fromEntries(
    LANGUAGES.map((lang) => [
      lang,
      share(inScope.filter((line) => line.lang === lang).map((line) => line.read.lang === lang)),
    ]),
  ),
  coverage: share([...inScope.map((line) => line.read), ...outOfScope].map(({ action }) => action === 'act')),
  rightAmongActed: share(acted),
  inScopeLoss: share(inScope.map((line) => line.read.intents[0]?.intent === 'other')),
  outOfScopeRecall: share(outOfScope.map(({ intents }) => intents[0]?.intent === 'other')),
  rightsReached: share(rights.map((line) => reaches(line.read, line.intent))),
  rightsReachedOrOffered: share(
    rights.map((line) => reaches(line.read, line.intent) || line.read.options?.includes(line.intent) === true),
  ),
  cuesHeard: share(frozen.cues.map(({ text }) => read(text).safety !== null)),
  cuesNamed: share(frozen.cues.map(({ kind, text }) => read(text).safety === kind)),
  nearMissesQuiet: share(frozen.nearMisses.map((text) => read(text).safety === null)),
  severalFound: share(several.flatMap((line) => line.intents.map((intent) => found(line.read).includes(intent)))),
  severalExact: share(several.map((line) => found(line.read).join() === line.intents.toSorted().join())),
};

const chat = timed(
  frozen.inScope.filter(({ text }) => channelOf(text) === 'chat').map(({ text }) => text),
  5,
);
const mails = timed(
  Array.from({ length: 40 }, (_, i) => longMail(i)),
  5,
);
console.log(JSON.stringify({ bench: 'understanding', ...quality, chat, mails }, null, 1));

function found({ intents }: Understanding): readonly string[] {
  return intents.map(({ intent }) => intent).toSorted();
}

function reaches(message: Understanding, intent: string): boolean {
  return message.action === 'handoff' || found(message).includes(intent);
}

function share(outcomes: readonly boolean[]): Share {
  const n = Math.max(1, outcomes.length);
  const p = outcomes.filter(Boolean).length / n;
  const z = 1.96;
  const middle = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const percent = (value: number): number => Math.round((1000 * value) / (1 + (z * z) / n)) / 10;
  return {
    of: outcomes.length,
    percent: Math.round(1000 * p) / 10,
    low: percent(middle - reach),
    high: percent(middle + reach),
  };
}

/** 20 KB of what people write, line after line. */
function longMail(seed: number): string {
  let text = '';
  for (let i = seed; text.length < 20_000; i += 7)
    text += `${frozen.inScope[i % frozen.inScope.length]?.text ?? ''}\n\n`;
  return text.slice(0, 20_000);
}

function timed(texts: readonly string[], rounds: number): Readonly<Record<string, number>> {
  const run = (work: (text: string) => unknown): readonly number[] => {
    for (const text of texts) work(text);
    const times = Array.from({ length: rounds }, () => texts.map((text) => elapsed(() => work(text)))).flat();
    return times.toSorted((a, b) => a - b);
  };
  const ours = run(read);
  const anchor = run((text) => JSON.stringify(text.toLowerCase()));
  const at = (times: readonly number[], part: number): number =>
    Math.round(1000 * (times[Math.floor(times.length * part)] ?? 0)) / 1000;
  return { p50Ms: at(ours, 0.5), p99Ms: at(ours, 0.99), anchorP50Ms: at(anchor, 0.5), anchorP99Ms: at(anchor, 0.99) };
}

function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
