/** A case as the console's API hands it out; only what the tests look at. */
export type OpenedCase = {
  readonly id: string;
  readonly receipt: string;
  readonly queue: string;
  readonly stage: string;
  readonly identity: string;
  readonly version: number;
  readonly overdue: boolean;
  readonly deadlineAt: string;
  readonly receivedAt: string;
  readonly assignee: { readonly id: string } | null;
  readonly lastSeq: number;
  readonly words: string;
  readonly person: { readonly name: string | null } | null;
  readonly transcript: readonly { readonly seq: number; readonly author: string; readonly text: string }[];
  readonly siblings: readonly { readonly id: string; readonly queue: string }[];
  readonly history: readonly { readonly action: string; readonly actor: { readonly name: string | null } }[];
  readonly notes: readonly { readonly text: string }[];
  readonly proposal: { readonly ground: string; readonly letter: string | null } | null;
  readonly request: { readonly state: string } | null;
  readonly waitReason: string | null;
  readonly acts: readonly string[];
  readonly grounds: readonly { readonly id: string }[];
  readonly templates: readonly { readonly id: string; readonly text: string }[];
  readonly mail: {
    readonly id: string;
    readonly from: string | null;
    readonly attachments: readonly unknown[];
    readonly screen: unknown;
  } | null;
  readonly subject: string | null;
  readonly reach: string | null;
  readonly mayTell: string;
};
