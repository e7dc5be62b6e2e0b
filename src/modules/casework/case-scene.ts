import type { Sealed } from '../disclosure/sealed.js';
import type { CaseIdentity } from '../cases/case-draft.js';
import type { QueueRule } from '../policy/desk-policy.js';
import type { Language } from '../policy/phrases.js';
import type { Stage } from './transition.js';

/**
 * A mail conversation that can be answered: the sole address it began with.
 * @property answers  Message-ID of the mail the case came by, so that mail programs keep the thread together
 */
export type MailThread = {
  readonly conversationId: string;
  readonly threadRef: string | null;
  readonly sender: Sealed<string>;
  readonly answers: Sealed<string> | null;
};

/**
 * The conversation a case belongs to.
 * @property lastSeq  number of its newest line, under lock
 * @property thread   set where it is mail that can be answered; null for chat, for no sole sender, for who wants no mail
 * @property shared   somebody is at work on another case of it, so that ending this one gives nothing back to the desk
 */
export type CaseConversation = {
  readonly id: string;
  readonly channel: 'chat' | 'mail';
  readonly owner: 'bot' | 'human' | 'closed';
  readonly lastSeq: number;
  readonly thread: MailThread | null;
  readonly shared: boolean;
};

/** What a first caseworker would do, waiting for a second. */
export type Proposal = {
  readonly ground: string;
  readonly letter: Sealed<string> | null;
  readonly by: { readonly id: string; readonly name: string };
};

/**
 * A case as it stands under lock: what every decision about it is made from. It holds no name and none of her words.
 * @property cameBy  the mail the case came by, where its answers now go to a chat; only ever told that an answer waits
 */
export type CaseScene = {
  readonly id: string;
  readonly receipt: string;
  readonly queue: QueueRule;
  readonly intent: string;
  readonly role: 'controller' | 'processor' | 'unknown';
  readonly stage: Stage;
  readonly identity: CaseIdentity;
  readonly partyId: string | null;
  readonly language: Language;
  readonly assignee: string | null;
  readonly version: number;
  readonly request: { readonly id: string; readonly right: string; readonly state: string } | null;
  readonly proposal: Proposal | null;
  readonly conversation: CaseConversation | null;
  readonly cameBy: MailThread | null;
};

/**
 * Whether the one who is answered has been proven in her own conversation. A level reached on paper (`manual`) counts
 * for letters by post, which are not sent from here.
 */
export const isProven = ({
  identity,
  partyId,
  conversation,
}: Pick<CaseScene, 'identity' | 'partyId' | 'conversation'>): boolean =>
  (identity === 'substantial' || identity === 'high') && partyId !== null && conversation?.channel === 'chat';

/** Whether any words can reach the person from here. */
export const isReachable = ({ conversation }: Pick<CaseScene, 'conversation'>): boolean =>
  conversation !== null && (conversation.channel === 'chat' || conversation.thread !== null);
