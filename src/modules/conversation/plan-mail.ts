import { isWish } from './flow-state.js';
import type { Meaning } from './meaning.js';
import type { Step } from './step.js';
import { treatmentOf } from './treatment.js';

const nothingAsked: readonly string[] = ['greeting', 'thanks', 'goodbye', 'other'];

/** Done by stopping itself. */
const askedToStop: readonly string[] = ['contact_preference', 'marketing_opt_out'];

/** Who writes about or for somebody else asks nothing about a claim of her own. */
const forOthers: readonly string[] = ['third_party', 'representative', 'authority', 'estate', 'creditor_contact'];

/**
 * A mail is never proof of anything: everything in it is filed, general questions are answered at once. A wish for
 * silence ends the answers, not what else the mail asks.
 */
export const planMail = (meaning: Meaning): readonly Step[] => {
  const stops = meaning.command === 'stop';
  const known = asked(meaning.intents).filter((intent) => !stops || !askedToStop.includes(intent));
  if (stops) return [{ do: 'stop-mail' }, ...known.flatMap(stepsFor)];
  return known.length === 0 ? [{ do: 'file', intent: 'other' }] : known.flatMap(stepsFor);
};

const asked = (intents: readonly string[]): readonly string[] => {
  const ofAnother = intents.some((intent) => forOthers.includes(intent));
  return intents.filter((intent) => !nothingAsked.includes(intent) && !(ofAnother && isWish(intent)));
};

const stepsFor = (intent: string): readonly Step[] => {
  const treatment = treatmentOf(intent);
  if (treatment.kind !== 'inform' || intent === 'authenticity') return [{ do: 'file', intent }];
  const told: Step = { do: 'inform', about: treatment.about };
  const enough = treatment.about === 'privacy' || treatment.about === 'processors';
  return enough ? [told] : [told, { do: 'file', intent }];
};
