/** From a case file under seal to what the console shows of it. */
import { outstandingOf } from '../claims/outstanding.js';
import { open } from '../disclosure/open.js';
import type { ReplyBody } from '../disclosure/reply.js';
import type { Sealed } from '../disclosure/sealed.js';
import type { DeskPolicy } from '../policy/desk-policy.js';
import type { CaseNumberFinder } from '../understanding/case-numbers.js';
import { osloDayOf } from '../values/day.js';
import { plainName } from '../values/plain-name.js';
import { allowedActs } from './allowed.js';
import type { CaseFile, StoredLine, StoredMail } from './case-file.js';
import { caseRow, kindOf } from './case-row.js';
import { isProven, type CaseScene } from './case-scene.js';
import type { CaseView } from './case-view.js';
import type { Caseworker } from './caseworker.js';
import { fittingGrounds } from './fitting-grounds.js';
import { maskedWords } from './masked-words.js';
import { offeredTemplates } from './offered-templates.js';

/** @property colleagues  who clears the queue, herself among them */
export type Reader = {
  readonly worker: Caseworker;
  readonly colleagues: readonly Caseworker[];
  readonly policy: DeskPolicy;
  readonly find: CaseNumberFinder;
  readonly now: Date;
};

export const showCase = (file: CaseFile, reader: Reader): CaseView => {
  const { scene } = file;
  const { policy, find } = reader;
  return {
    ...caseRow(file.row, policy, reader.now),
    person: file.person === null ? null : { name: opened(file.person.name), language: file.person.language },
    words: maskedWords(opened(file.words) ?? '', find),
    subject: file.mail?.read == null ? null : maskedWords(open(file.mail.read.subject), find),
    transcript: file.lines.flatMap((line) => shownLine(line, find)),
    lastSeq: scene.conversation?.lastSeq ?? 0,
    siblings: file.siblings.map(({ id, receipt, queue, intent, stage }) => ({
      ...{ id, receipt, queue, stage },
      kind: kindOf({ queue, intent }, policy),
    })),
    request: file.request,
    claim: claimOf(file, reader),
    waitReason: opened(file.waitReason),
    notes: file.notes.map(({ author, at, body }) => ({ author, at, text: opened(body) ?? '' })),
    history: file.history.map(({ at, actorKind, actorName, action, purpose }) => ({
      ...{ at, action, purpose },
      actor: { kind: actorKind, name: actorName },
    })),
    mail: file.mail === null ? null : shownMail(file.mail),
    ...whatCanBeDone(file, reader),
  };
};

const whatCanBeDone = ({ scene, proposedAt }: CaseFile, { worker, colleagues, policy }: Reader) => ({
  proposal:
    scene.proposal === null ? null : { ...scene.proposal, letter: opened(scene.proposal.letter), at: proposedAt },
  acts: allowedActs(scene, worker),
  grounds: fittingGrounds(scene, policy.grounds).map(({ id, title, article, letter, needsRemedies }) => ({
    ...{ id, title, article, letter, needsRemedies },
  })),
  templates: offeredTemplates(scene, policy),
  colleagues: colleagues.filter(({ id }) => id !== worker.id).map(({ id, name, absent }) => ({ id, name, absent })),
  reach: reachOf(scene),
  mayTell: isProven(scene) ? ('own-facts' as const) : ('general' as const),
});

const reachOf = ({ conversation }: CaseScene): CaseView['reach'] => {
  if (conversation === null) return null;
  return conversation.channel === 'chat' ? 'chat' : conversation.thread === null ? null : 'mail';
};

/** Our own lines are stored as replies: their words, and what stood in their cards. */
const shownLine = ({ seq, author, at, body }: StoredLine, find: CaseNumberFinder): CaseView['transcript'] => {
  if (body === null) return [];
  const text = author === 'person' ? maskedWords(open(body), find) : wordsOf(JSON.parse(open(body)) as ReplyBody);
  return text === '' ? [] : [{ seq, author, at, text }];
};

const wordsOf = ({ text, cards }: ReplyBody): string =>
  [
    text,
    ...cards.map(({ title, rows, total }) =>
      [
        title,
        ...[...rows, ...(total === undefined ? [] : [total])].map(({ label, value }) => `${label}: ${value}`),
      ].join('\n'),
    ),
  ].join('\n\n');

const claimOf = ({ claim }: CaseFile, { policy, now }: Reader): CaseView['claim'] =>
  claim === null
    ? null
    : {
        caseNumber: opened(claim.caseNumber),
        creditor: claim.creditor,
        outstandingOre: outstandingOf(claim, osloDayOf(now), policy.rates),
        status: claim.status,
      };

const shownMail = ({ id, state, reason, from, read }: StoredMail): CaseView['mail'] => ({
  id,
  from: opened(from),
  attachments: (read?.attachments ?? []).map((one) => ({ ...one, name: plainName(one.name) })),
  screen: verdicts[state] === undefined ? null : { verdict: verdicts[state], reason },
});

const verdicts: Readonly<Record<string, 'proceed' | 'ignore' | 'quarantine'>> = {
  answered: 'proceed',
  filed: 'proceed',
  ignored: 'ignore',
  quarantined: 'quarantine',
  unreadable: 'quarantine',
};

const opened = (text: Sealed<string> | null): string | null => (text === null ? null : open(text));
