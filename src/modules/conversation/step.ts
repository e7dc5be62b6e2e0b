import type { Sealed } from '../disclosure/sealed.js';
import type { Wish } from './flow-state.js';
import type { Meaning } from './meaning.js';
import type { Treatment } from './treatment.js';

/** One thing to do about a message. */
export type Step =
  | { readonly do: 'say'; readonly phrase: SayPhrase }
  | { readonly do: 'answer'; readonly wish: Wish }
  | { readonly do: 'file'; readonly intent: string }
  | { readonly do: 'inform'; readonly about: Extract<Treatment, { kind: 'inform' }>['about'] }
  | {
      readonly do: 'send-code';
      readonly kind: 'email' | 'phone';
      readonly target: Sealed<string>;
      readonly wishes: readonly Wish[];
    }
  | { readonly do: 'safety'; readonly safety: NonNullable<Meaning['safety']>; readonly again: boolean }
  | { readonly do: 'undo' }
  | { readonly do: 'own-filed' }
  | { readonly do: 'tell-letters' }
  | { readonly do: 'ask-thread' }
  | { readonly do: 'settle-thread'; readonly hers: boolean }
  | { readonly do: 'clarify'; readonly intents: readonly string[] }
  | { readonly do: 'stop-mail' };

/** What is said as it stands, with nothing but public facts in it. */
export type SayPhrase =
  | 'hello.again'
  | 'what-now'
  | 'thanks'
  | 'fine'
  | 'machine'
  | 'goodbye'
  | 'not-understood'
  | 'handed-to-person'
  | 'language-changed'
  | 'restarted'
  | 'stopped'
  | 'identity.code-wrong'
  | 'identity.code-help'
  | 'identity.letter-wrong'
  | 'identity.letter-many'
  | 'identity.no-letter'
  | 'identity.number-no-proof'
  | 'identity.proven-low'
  | 'identity.proven-letter'
  | 'identity.proven'
  | 'identity.ended'
  | 'identity.code-or-phone'
  | 'identity.no-sms'
  | 'identity.ask-first'
  | 'identity.eid'
  | 'identity.no-eid'
  | 'identity.eid-refused'
  | 'identity.eid-cancelled'
  | 'identity.eid-down'
  | 'identity.nothing-held'
  | 'letter.details'
  | 'letter.asked'
  | 'thread.bound'
  | 'another-language';

export const say = (phrase: SayPhrase): Step => ({ do: 'say', phrase });
