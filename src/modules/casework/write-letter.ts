/** A caseworker's words on their way out: the policy decides who may have them and by which channel, the text is the fact. */
import { decide, type Disclosure, type Subject } from '../disclosure/decide.js';
import { unproven, type Assurance } from '../disclosure/assurance.js';
import type { Facts } from '../disclosure/facts.js';
import { render, type Part } from '../disclosure/render.js';
import type { Sealed } from '../disclosure/sealed.js';
import { disclosedRecord } from '../journal/journal-entry.js';
import type { DeskPolicy } from '../policy/desk-policy.js';
import type { Letter } from './act-outcome.js';
import { isProven, type CaseScene, type MailThread } from './case-scene.js';

/**
 * @param withRemedies  Datatilsynet and the courts stand below the letter (Art. 12(4))
 * @returns             null where no channel reaches her, or no rule lets these words take it
 * @source              S40, ND3, ND13, L4
 */
export const writeLetter = (
  scene: CaseScene,
  text: Sealed<string>,
  withRemedies: boolean,
  policy: DeskPolicy,
): Letter | null => {
  const to = destinationOf(scene);
  if (to === null) return null;
  const from = toldTo(scene, to.kind, { letter: text }, policy);
  if (from === null) return null;
  const parts: readonly Part[] = [
    { phrase: 'letter.answer', from },
    ...(withRemedies ? [{ phrase: 'remedies' as const, from }] : []),
    ...(to.kind === 'mail' ? [{ phrase: 'mail.stop' as const, from }] : []),
  ];
  return letterOf(parts, { to, scene, policy });
};

/**
 * To the mail she began with, once her answers go to a chat: that an answer waits, and nothing of what it says.
 * @returns null where there was no such mail, or nobody to tell
 */
export const tellThatItWaits = (scene: CaseScene, policy: DeskPolicy): Letter | null => {
  const { cameBy } = scene;
  if (cameBy === null) return null;
  const { siteUrl, desk } = policy.collector;
  const decision = decide(
    anyone,
    unproven,
    {
      topic: 'answer-waits',
      channel: 'mail',
      about: null,
      facts: { siteUrl, threadUrl: threadUrl(cameBy, siteUrl), desk },
    },
    policy.disclosure,
  );
  if (decision.outcome !== 'disclose') return null;
  const from = decision.disclosure;
  const parts: readonly Part[] = [
    { phrase: 'mail.hello', from },
    { phrase: 'mail.answer-waits', from },
    { phrase: 'mail.stop', from },
    { phrase: 'mail.regards', from },
  ];
  return letterOf(parts, { to: { kind: 'mail', thread: cameBy }, scene, policy });
};

const anyone: Subject = { kind: 'anyone', partyId: null };

const destinationOf = ({ conversation }: CaseScene): Letter['to'] | null => {
  if (conversation === null) return null;
  if (conversation.channel === 'chat') return { kind: 'chat' };
  return conversation.thread === null ? null : { kind: 'mail', thread: conversation.thread };
};

/** In her own proven conversation she is told as herself; everywhere else as anybody. */
const toldTo = (scene: CaseScene, channel: 'chat' | 'mail', facts: Facts, policy: DeskPolicy): Disclosure | null => {
  const own = channel === 'chat' ? provenAssurance(scene) : null;
  const decision =
    own === null
      ? decide(anyone, unproven, { topic: 'caseworker-answer', channel, about: null, facts }, policy.disclosure)
      : decide(
          { kind: 'debtor', partyId: own.partyId },
          own,
          { topic: 'caseworker-letter', channel, about: own.partyId, facts },
          policy.disclosure,
        );
  return decision.outcome === 'disclose' ? decision.disclosure : null;
};

const provenAssurance = (scene: CaseScene): Assurance | null =>
  isProven(scene) && (scene.identity === 'substantial' || scene.identity === 'high')
    ? { level: scene.identity, partyId: scene.partyId, scope: { kind: 'person' } }
    : null;

const letterOf = (
  parts: readonly Part[],
  { to, scene, policy }: { readonly to: Letter['to']; readonly scene: CaseScene; readonly policy: DeskPolicy },
): Letter => {
  const [first] = parts;
  const subject =
    to.kind === 'mail' && first !== undefined ? { phrase: 'mail.subject' as const, from: first.from } : null;
  return {
    reply: render({ lang: scene.language, parts, ...(subject === null ? {} : { subject }) }, policy.phrases),
    record: disclosedRecord(to.kind, [...new Set(parts.map(({ from }) => from))]),
    to,
  };
};

const threadUrl = ({ threadRef }: MailThread, siteUrl: string): string => `${siteUrl}/t/${threadRef ?? ''}`;
