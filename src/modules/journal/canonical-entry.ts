import { leafHash } from './merkle-tree.js';

/**
 * A line of the journal as the database writes it out: times in UTC to the microsecond, the decision as `jsonb` prints
 * it, the sealed detail in hex. Names and values have no place in it, and what is sealed stays sealed (I09).
 */
export type StoredEntry = {
  readonly id: string;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly purpose: string;
  readonly partyId: string | null;
  readonly caseId: string | null;
  readonly conversationId: string | null;
  readonly decision: string | null;
  readonly detail: string | null;
};

const form = 'skranke journal entry 1';

/**
 * The leaf of one line: a hash over every field in a fixed order, ciphertext included, so that the line can be
 * checked after its key was destroyed.
 * @source I07, I09; RFC 6962 section 2.1
 */
export const entryLeaf = (entry: StoredEntry): Buffer =>
  leafHash(
    Buffer.from(
      JSON.stringify([
        form,
        entry.id,
        entry.at,
        entry.actorKind,
        entry.actorId,
        entry.action,
        entry.purpose,
        entry.partyId,
        entry.caseId,
        entry.conversationId,
        entry.decision,
        entry.detail,
      ]),
      'utf8',
    ),
  );
