/** A case as the console shows it to a caseworker who clears its queue. Everything that leaves is named here, one by one. */
import type { Actor } from '../journal/journal-entry.js';
import type { Language } from '../policy/phrases.js';
import type { ActName } from './act.js';
import type { CaseRow, Three } from './case-row.js';
import type { Stage } from './transition.js';
import type { OfferedTemplate } from './offered-templates.js';

type Person = { readonly id: string; readonly name: string };

/**
 * @property person     null while identity is pending: the desk does not guess whose mail it is
 * @property words      what the person wrote, identity numbers blotted out; empty once its key is destroyed
 * @property lastSeq    to be sent along with an answer, so that nobody answers what has moved on
 * @property claim      only where the case is about one claim of an identified person; øre, as of today
 * @property grounds    those that fit
 * @property reach      where an answer would go
 * @property mayTell    what it may hold: her own facts where she is proven in her own conversation
 */
export type CaseView = CaseRow & {
  readonly person: { readonly name: string | null; readonly language: Language } | null;
  readonly words: string;
  readonly subject: string | null;
  readonly transcript: readonly {
    readonly seq: number;
    readonly author: 'person' | 'desk' | 'caseworker';
    readonly at: Date;
    readonly text: string;
  }[];
  readonly lastSeq: number;
  readonly siblings: readonly {
    readonly id: string;
    readonly receipt: string;
    readonly queue: string;
    readonly kind: Three;
    readonly stage: Stage;
  }[];
  readonly request: {
    readonly right: string;
    readonly state: string;
    readonly dueStrict: string;
    readonly dueLegal: string;
  } | null;
  readonly claim: {
    readonly caseNumber: string | null;
    readonly creditor: string;
    readonly outstandingOre: number | null;
    readonly status: 'open' | 'paused' | 'closed';
  } | null;
  readonly waitReason: string | null;
  readonly proposal: {
    readonly ground: string;
    readonly letter: string | null;
    readonly by: Person;
    readonly at: Date | null;
  } | null;
  readonly notes: readonly { readonly author: Person; readonly at: Date; readonly text: string }[];
  readonly history: readonly {
    readonly at: Date;
    readonly actor: { readonly kind: Actor['kind']; readonly name: string | null };
    readonly action: string;
    readonly purpose: string;
  }[];
  readonly mail: {
    readonly id: string;
    readonly from: string | null;
    readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
    readonly screen: { readonly verdict: 'proceed' | 'ignore' | 'quarantine'; readonly reason: string | null } | null;
  } | null;
  readonly acts: readonly ActName[];
  readonly grounds: readonly {
    readonly id: string;
    readonly title: Three;
    readonly article: string | null;
    readonly letter: 'required' | 'optional';
    readonly needsRemedies: boolean;
  }[];
  readonly templates: readonly OfferedTemplate[];
  readonly colleagues: readonly (Person & { readonly absent: boolean })[];
  readonly reach: 'chat' | 'mail' | null;
  readonly mayTell: 'own-facts' | 'general';
};
