/** Everything the desk holds on one case, as a caseworker who opens it needs it; her words and names still under seal. */
import type { ClaimView } from '../claims/claim-view.js';
import type { Sealed } from '../disclosure/sealed.js';
import type { JournalLine } from '../journal/journal-entry.js';
import type { PartyName } from '../parties/party-name.js';
import type { ReadMail } from './mail-reader.js';
import type { CaseScene } from './case-scene.js';
import type { StoredRow } from './case-row.js';

/** A line of the conversation; what the desk or a caseworker said is stored as a reply, what the person said as text. */
export type StoredLine = {
  readonly seq: number;
  readonly author: 'person' | 'desk' | 'caseworker';
  readonly at: Date;
  readonly body: Sealed<string> | null;
};

export type StoredNote = {
  readonly author: { readonly id: string; readonly name: string };
  readonly at: Date;
  readonly body: Sealed<string> | null;
};

/** The mail a case came by. `read` is null where it could not be parsed, or nobody here reads mail. */
export type StoredMail = {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly from: Sealed<string> | null;
  readonly read: ReadMail | null;
};

export type CaseFile = {
  readonly row: StoredRow;
  readonly scene: CaseScene;
  readonly person: PartyName | null;
  readonly words: Sealed<string> | null;
  readonly waitReason: Sealed<string> | null;
  readonly proposedAt: Date | null;
  readonly request: {
    readonly right: string;
    readonly state: string;
    readonly dueStrict: string;
    readonly dueLegal: string;
  } | null;
  readonly claim: ClaimView | null;
  readonly lines: readonly StoredLine[];
  readonly notes: readonly StoredNote[];
  readonly siblings: readonly StoredRow[];
  readonly history: readonly JournalLine[];
  readonly mail: StoredMail | null;
};
