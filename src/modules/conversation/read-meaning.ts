import { open } from '../disclosure/open.js';
import { seal } from '../disclosure/sealed.js';
import type { Language, Phrases } from '../policy/phrases.js';
import { findEmail } from '../understanding/find-email.js';
import { findLetterCode } from '../understanding/find-letter-code.js';
import { findOneTimeCode } from '../understanding/find-one-time-code.js';
import type { UnderstandingModel } from '../understanding/load-model.service.js';
import { normalise } from '../understanding/normalise.js';
import { safetyByWords } from '../understanding/safety.js';
import { understand, type Understanding } from '../understanding/understand.js';
import { readEmailAddress } from '../values/email-address.js';
import { readReceipt } from '../values/receipt.js';
import { commandOf, mentionIn } from './command.js';
import type { InboundMessage } from './inbound-message.js';
import type { Meaning, MeantPhone } from './meaning.js';
import type { Scene } from './scene.js';
import { intentOfOption } from './suggestion.js';
import { typedPhone } from './typed-phone.js';

const sureWords = 4;

/**
 * What a message means in this conversation.
 * @param inbound  the message; opened here because understanding needs the words
 * @param scene    the language spoken so far and what was asked for
 * @param model    the trained model and its lexicons
 * @param phrases  the suggestions that may have been pressed instead of typed
 */
export const readMeaning = (
  inbound: InboundMessage,
  scene: Scene,
  model: UnderstandingModel,
  phrases: Phrases,
): Meaning => {
  const text = open(inbound.text);
  const understood = understoodIn(inbound, scene, model);
  const pressed = inbound.channel === 'chat' ? intentOfOption(text, phrases) : null;
  const email = findEmail(text);
  const phone = phoneIn(text, understood);
  const command = commandOf(text, model.commands);
  const steering = {
    command,
    wantsEid: inbound.channel === 'chat' && wantsEid(text, phrases),
    isOnlyAddress: email?.isWholeText ?? false,
    isOnlyNumbers: isOnlyNumbers(understood),
  };
  // What is plainly something else is not heard as a cry for help: a code, a button, one of our own words.
  const isPlain =
    pressed !== null || phone?.isWholeText === true || isOnlyCode(text) || Object.values(steering).some(Boolean);
  return {
    ...steering,
    command: command ?? (inbound.channel === 'mail' ? commandOf(firstLine(text), model.commands) : null),
    phone,
    language: languageOf(inbound, scene, understood, text),
    intents: pressed === null ? understood.intents.map((one) => one.intent) : [pressed],
    action: pressed === null ? understood.action : 'act',
    options: understood.options ?? [],
    safety: isPlain ? null : isStuck(text, scene, model) ? wordsOfDanger(text, model) : understood.safety,
    email: email === null ? null : canonicalEmail(email.address),
    mentions: mentionIn(text, model.mentions),
    bindsThread: inbound.event?.name === 'thread' || (inbound.channel === 'chat' && readReceipt(text) !== null),
    languageChosen: inbound.event?.name === 'language',
    otherLanguage: understood.languageHint !== undefined,
    masked: understood.maskedText,
  };
};

const understoodIn = (inbound: InboundMessage, { language }: Scene, model: UnderstandingModel): Understanding =>
  understand(
    {
      channel: inbound.channel,
      text: open(inbound.text),
      ...(inbound.mail === null ? {} : { subject: open(inbound.mail.subject) }),
      ...(language === null ? {} : { lang: language }),
    },
    model,
  );

/** In a mail a name or a greeting stands below the one word that was asked for. */
const firstLine = (text: string): string => text.trimStart().split('\n', 1)[0] ?? '';

/** The page's choice counts most; then what has been spoken so far, unless whole sentences come in another language. */
const languageOf = (inbound: InboundMessage, scene: Scene, understood: Understanding, text: string): Language => {
  const chosen = inbound.event?.name === 'language' ? asLanguage(inbound.event.value) : null;
  if (chosen !== null) return chosen;
  const spoken = asLanguage(understood.lang);
  const before = scene.language ?? inbound.language;
  const long = text.trim().split(/\s+/).length >= sureWords;
  if (before === null) return (long || understood.action === 'act' ? spoken : null) ?? 'nb';
  return long && spoken !== null && (spoken === 'en') !== (before === 'en') ? spoken : before;
};

/** She speaks of the code or the letter she was just asked for: only plain words of danger are heard beside that. */
const isStuck = (text: string, { flow }: Scene, { mentions }: UnderstandingModel): boolean =>
  flow.awaiting !== 'nothing' && mentionIn(text, mentions) !== null;

const wordsOfDanger = (text: string, { lexicon }: UnderstandingModel): Meaning['safety'] =>
  safetyByWords(normalise(text).text, lexicon.safety);

const numbers: readonly string[] = ['national-id', 'account', 'kid', 'card', 'case', 'digits'];
const mostLabels = 2;

/** Names the same in every language. */
const eidName = /(?:^|[^\p{L}\p{N}])(?:bank ?id|e-?id|id-?porten|buypass)(?![\p{L}\p{N}])/iu;
const mostWords = 8;

/** A person without a button types what stands on it, or just the name. */
const wantsEid = (text: string, phrases: Phrases): boolean =>
  Object.values(phrases).some((words) => words['option.eid'] === text.trim()) ||
  (eidName.test(text) && text.trim().split(/\s+/).length <= mostWords);

/** Nothing but numbers that people are known by, at most with a word that says which. */
const isOnlyNumbers = ({ masked, maskedText }: Understanding): boolean =>
  masked.length > 0 &&
  masked.every(([, , kind]) => numbers.includes(kind)) &&
  (maskedText.replace(/\[[a-z-]+\]/g, ' ').match(/\p{L}+/gu) ?? []).length <= mostLabels;

/** A letter's code or a receipt. Ten letters may be read as a code; one that was typed with a digit in it is no word. */
const isOnlyCode = (text: string): boolean =>
  /\d/.test(text) &&
  (findLetterCode(text)?.isWholeText === true ||
    findOneTimeCode(text)?.isWholeText === true ||
    readReceipt(text)?.replaceAll('-', '').length === lettersIn(text));

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** The one written form an address is looked up by; null for what is no address after all. */
const canonicalEmail = (typed: string): Meaning['email'] => {
  const address = readEmailAddress(typed);
  return address === null ? null : seal(address);
};

/** The one written form a number is looked up by. */
const phoneIn = (text: string, { masked }: Understanding): MeantPhone | null => {
  const phone = typedPhone(text, masked);
  return phone === null ? null : { ...phone, number: seal(phone.number) };
};

const asLanguage = (name: string): Language | null => (name === 'nb' || name === 'nn' || name === 'en' ? name : null);
