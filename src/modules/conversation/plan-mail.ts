import type { Meaning } from './meaning.js';
import type { Step } from './step.js';
import { treatmentOf } from './treatment.js';

const nothingAsked: readonly string[] = ['greeting', 'thanks', 'goodbye', 'other'];

/** A mail is never proof of anything: everything in it is filed, general questions are answered at once. */
export const planMail = (meaning: Meaning): readonly Step[] => {
  if (meaning.command === 'stop') return [{ do: 'stop-mail' }];
  const known = meaning.intents.filter((intent) => !nothingAsked.includes(intent));
  if (known.length === 0) return [{ do: 'file', intent: 'other' }];
  return known.flatMap((intent): readonly Step[] => {
    const treatment = treatmentOf(intent);
    if (treatment.kind === 'inform' && intent !== 'authenticity')
      return [
        { do: 'inform', about: treatment.about },
        ...(treatment.about === 'privacy' || treatment.about === 'processors' ? [] : [{ do: 'file' as const, intent }]),
      ];
    return [{ do: 'file', intent }];
  });
};
