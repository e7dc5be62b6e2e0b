/** One case as its caseworker sees it, on the wire. */
import type { Channel, Colleague, Language, Row, Three } from './contract.js';

export type ActName =
  'claim' | 'release' | 'reassign' | 'wait' | 'resume' | 'note' | 'answer' | 'settle' | 'approve' | 'resume-desk';

export type Line = {
  readonly seq: number;
  readonly author: 'person' | 'desk' | 'caseworker';
  readonly at: string;
  readonly text: string;
};
export type Note = { readonly author: Colleague; readonly at: string; readonly text: string };
export type HistoryLine = {
  readonly at: string;
  readonly actor: { readonly kind: string; readonly name: string | null };
  readonly action: string;
  readonly purpose: string;
};
export type Ground = {
  readonly id: string;
  readonly title: Three;
  readonly article: string | null;
  readonly letter: 'required' | 'optional';
  readonly needsRemedies: boolean;
};
export type Template = { readonly id: string; readonly title: Three; readonly text: string };
export type Proposal = {
  readonly ground: string;
  readonly letter: string | null;
  readonly by: Colleague;
  readonly at: string | null;
};
export type Mail = {
  readonly id: string;
  readonly from: string | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  readonly screen: { readonly verdict: string; readonly reason: string | null } | null;
};
export type Claim = {
  readonly caseNumber: string | null;
  readonly creditor: string;
  readonly outstandingOre: number | null;
  readonly status: string;
};

/**
 * @property lastSeq  number of the newest line of the transcript
 * @property reach    where an answer would go; null when there is no way
 * @property mayTell  what an answer may hold: her own facts, or general words only
 */
export type Case = Row & {
  readonly person: { readonly name: string | null; readonly language: Language } | null;
  readonly words: string;
  readonly subject: string | null;
  readonly transcript: readonly Line[];
  readonly lastSeq: number;
  readonly siblings: readonly Pick<Row, 'id' | 'receipt' | 'queue' | 'kind' | 'stage'>[];
  readonly request: {
    readonly right: string;
    readonly state: string;
    readonly dueStrict: string;
    readonly dueLegal: string;
  } | null;
  readonly claim: Claim | null;
  readonly waitReason: string | null;
  readonly proposal: Proposal | null;
  readonly notes: readonly Note[];
  readonly history: readonly HistoryLine[];
  readonly mail: Mail | null;
  readonly acts: readonly ActName[];
  readonly grounds: readonly Ground[];
  readonly templates: readonly Template[];
  readonly colleagues: readonly (Colleague & { readonly absent: boolean })[];
  readonly reach: Channel | null;
  readonly mayTell: 'own-facts' | 'general';
};

/** What a caseworker does; the version she saw goes with it. */
export type Act =
  | { readonly do: 'claim' | 'release' | 'resume' | 'approve' | 'resume-desk' }
  | { readonly do: 'reassign'; readonly to: string }
  | { readonly do: 'wait'; readonly until: string; readonly reason: string }
  | { readonly do: 'note'; readonly text: string }
  | { readonly do: 'answer'; readonly text: string; readonly ifLastSeq: number; readonly secondLook?: boolean }
  | { readonly do: 'settle'; readonly ground: string; readonly text: string | null; readonly secondLook?: boolean };
