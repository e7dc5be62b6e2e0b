import { reaches } from '../disclosure/assurance.js';
import type { Wish } from './flow-state.js';
import type { Meaning } from './meaning.js';
import type { Proof, Scene } from './scene.js';
import { say, type SayPhrase, type Step } from './step.js';

/**
 * A code or letter code was typed, or a login came back: what came of it, then what was wanted.
 * @returns null when no proof was tried
 * @source  ND7: what is wrong, too old or nobody's is told in the same words
 */
export const planProof = (meaning: Meaning, scene: Scene): readonly Step[] | null => {
  const { proof } = scene;
  if (proof === null) return null;
  if (proof.kind === 'eid') return planEid(proof, scene);
  if (proof.kind === 'no-open-code') return [say(phraseUnasked(meaning, scene))];
  if (proof.verdict !== 'right') return [say(phraseRefused(proof, meaning, scene))];
  return afterProof(scene, proof.kind === 'letter' ? 'identity.proven-letter' : 'identity.proven-low');
};

/** A login came back. Why one proved nothing stays inside, but for what the person did or can wait for herself. */
const planEid = (proof: Extract<Proof, { kind: 'eid' }>, scene: Scene): readonly Step[] => {
  switch (proof.verdict) {
    case 'right':
      return proof.partyIds.length === 0 ? [say('identity.nothing-held')] : afterProof(scene, 'identity.proven');
    case 'cancelled':
      return [say('identity.eid-cancelled')];
    case 'unreachable':
      return [say('identity.eid-down')];
    case 'refused':
      return [say('identity.eid-refused')];
  }
};

/** Eight digits that nobody asked for. */
const phraseUnasked = (meaning: Meaning, scene: Scene): SayPhrase =>
  scene.flow.codesAskedAt.length > 0 || scene.assurance.level !== 'none'
    ? phraseWrong(meaning, scene)
    : 'identity.number-no-proof';

/** Wrong, expired and used up are one sentence: which of them it is depends on whether somebody got the code. */
const phraseRefused = (
  { kind, verdict }: Exclude<Proof, { kind: 'no-open-code' | 'eid' }>,
  meaning: Meaning,
  scene: Scene,
): SayPhrase => {
  if (kind === 'code') return phraseWrong(meaning, scene);
  return verdict === 'too-often' ? 'identity.letter-many' : 'identity.letter-wrong';
};

/** A phone number may have eight digits too. */
const phraseWrong = ({ phone }: Meaning, { canText }: Scene): SayPhrase =>
  canText && phone?.isWholeText === true && phone.takesSms ? 'identity.code-or-phone' : 'identity.code-wrong';

const afterProof = (scene: Scene, said: SayPhrase): readonly Step[] => {
  const { assurance, flow, owner, threadId, threadCases, waitingLetters } = scene;
  const thanks: readonly Step[] = [
    say(reaches(assurance.level, 'substantial') ? 'identity.proven' : said),
    { do: 'own-filed' },
    ...(waitingLetters.length > 0 ? [{ do: 'tell-letters' as const }] : []),
  ];
  // A caseworker owns the conversation: she has asked, and she goes on.
  if (owner === 'human') return thanks;
  if (threadId !== null && threadCases.length > 0) return [...thanks, { do: 'ask-thread' }];
  const wishes = flow.wishes.length > 0 ? flow.wishes : defaultWishes(scene);
  const next = wishes.map((wish): Step => ({ do: 'answer', wish }));
  return [...thanks, ...(next.length > 0 || waitingLetters.length > 0 ? next : [say('what-now')])];
};

/** Who proves herself without a question wants to see her claim, unless she did it for something she has asked for. */
const defaultWishes = ({ assurance, flow }: Scene): readonly Wish[] =>
  flow.filed.every(({ intent }) => needsNoProof.includes(intent)) &&
  (reaches(assurance.level, 'substantial') || assurance.scope.kind === 'case')
    ? ['balance']
    : [];

const needsNoProof: readonly string[] = ['human', 'letter_code', 'other'];
