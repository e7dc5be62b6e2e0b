import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/new-id.service.js';
import type { Place } from '../disclosure/cipher.js';
import type { Sealed } from '../disclosure/sealed.js';
import { VaultService, type KeyOwner } from '../disclosure/vault.service.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { purposes } from '../policy/purpose.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import type { Acted, CaseChange } from './act-outcome.js';
import type { CaseScene } from './case-scene.js';
import type { By } from './caseworker.js';
import { LetterSendingRepository } from './letter-sending.repository.js';
import type { Stage } from './transition.js';

/** Writes everything one act decided, in the act's own transaction: journal, case, proposal, note, letter, request. */
@Injectable()
export class ActCommitRepository {
  constructor(
    private readonly vault: VaultService,
    private readonly journal: JournalRepository,
    private readonly requests: RequestsRepository,
    private readonly letters: LetterSendingRepository,
  ) {}

  /** The journal's line comes first: without it a letter has nothing to stand on (ND13). */
  async commit(tx: EntityManager, scene: CaseScene, acted: Acted, by: By): Promise<void> {
    const decisionId = await this.journal.record(tx, {
      at: by.now,
      actor: { kind: 'caseworker', id: by.worker.id },
      action: acted.act,
      purpose: purposes.handleCase.id,
      partyId: scene.partyId,
      caseId: scene.id,
      conversationId: scene.conversation?.id ?? null,
      decision: { ...acted.record, ...acted.letter?.record },
    });
    await this.changeCase(tx, scene, acted.change, by);
    await this.changeProposal(tx, scene, acted.proposal, by);
    if (acted.note !== null) await this.addNote(tx, scene.id, acted.note, by);
    await this.letters.send(tx, scene, acted, decisionId, by);
    if (acted.request !== null && scene.request !== null)
      await this.requests.move(tx, scene.request.id, { ...acted.request, at: by.now, actorId: by.worker.id });
    await tx.query(`SELECT pg_notify('desk_case', $1)`, [scene.id]);
  }

  private async changeCase(tx: EntityManager, scene: CaseScene, change: CaseChange | null, by: By): Promise<void> {
    if (change === null) {
      await tx.query('UPDATE desk_case SET version = version + 1 WHERE id = $1', [scene.id]);
      return;
    }
    await tx.query(
      `UPDATE desk_case SET state = $2::text, assignee = $3,
              claimed_at = CASE WHEN $3::text IS NULL THEN NULL WHEN $3 IS DISTINCT FROM assignee THEN $4 ELSE claimed_at END,
              wait_until = $5, wait_reason = $6, waiting_since = CASE WHEN $2 = 'waiting' THEN $4 END,
              ground = $7, settled_by = $8, settled_at = CASE WHEN $7::text IS NULL THEN NULL ELSE $4::timestamptz END,
              version = version + 1
        WHERE id = $1`,
      [
        scene.id,
        storedState(change.stage),
        change.assignee,
        by.now,
        change.wait?.until ?? null,
        await this.hide(
          scene.id,
          { table: 'desk_case', column: 'wait_reason', row: scene.id },
          change.wait?.reason ?? null,
        ),
        change.ending?.ground ?? null,
        change.ending?.by ?? null,
      ],
    );
  }

  private async changeProposal(tx: EntityManager, scene: CaseScene, to: Acted['proposal'], by: By): Promise<void> {
    switch (to.kind) {
      case 'none':
        return;
      case 'drop':
        await tx.query('DELETE FROM case_proposal WHERE case_id = $1 AND approved_at IS NULL', [scene.id]);
        return;
      case 'approve':
        await tx.query('UPDATE case_proposal SET approved_by = $2, approved_at = $3 WHERE case_id = $1', [
          scene.id,
          by.worker.id,
          by.now,
        ]);
        return;
      case 'propose':
        await tx.query(
          'INSERT INTO case_proposal (case_id, ground, letter, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5)',
          [
            scene.id,
            to.ground,
            await this.hide(scene.id, { table: 'case_proposal', column: 'letter', row: scene.id }, to.letter),
            by.worker.id,
            by.now,
          ],
        );
    }
  }

  private async addNote(tx: EntityManager, caseId: string, text: Sealed<string>, by: By): Promise<void> {
    const id = newId(by.now);
    await tx.query('INSERT INTO case_note (id, case_id, author, at, body) VALUES ($1, $2, $3, $4, $5)', [
      id,
      caseId,
      by.worker.id,
      by.now,
      await this.hide(caseId, { table: 'case_note', column: 'body', row: id }, text),
    ]);
  }

  private async hide(caseId: string, place: Place, text: Sealed<string> | null): Promise<Buffer | null> {
    const owner: KeyOwner = { kind: 'case', id: caseId };
    return text === null ? null : this.vault.hide(text, owner, place);
  }
}

/** A case that waits for a second pair of eyes is stored as waiting, its proposal beside it. */
const storedState = (stage: Stage): string => (stage === 'proposed' ? 'waiting' : stage);
