import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import { UNDERSTANDING_MODEL, type UnderstandingModel } from '../understanding/load-model.service.js';
import { SkrankeError } from '../values/errors.js';
import type { Act } from './act.js';
import { ActCommitRepository } from './act-commit.repository.js';
import type { ActOutcome } from './act-outcome.js';
import { CaseFileRepository } from './case-file.repository.js';
import { CaseMailRepository } from './case-mail.repository.js';
import type { CaseScene } from './case-scene.js';
import { CaseSceneRepository } from './case-scene.repository.js';
import type { CaseView } from './case-view.js';
import { clears, type Caseworker } from './caseworker.js';
import { CaseworkersRepository } from './caseworkers.repository.js';
import { isAsKnown, type KnownCase } from './known-case.js';
import { LetterRulesRepository } from './letter-rules.repository.js';
import { showCase } from './show-case.js';
import { takeAct } from './take-act.js';

export type Done = Exclude<ActOutcome, { outcome: 'done' }> | { readonly outcome: 'done' };

/** Road 3: a caseworker opens a case or does something with it. What is not in her queues is not there (I01). */
@Injectable()
export class CaseworkService {
  constructor(
    private readonly source: DataSource,
    private readonly scenes: CaseSceneRepository,
    private readonly files: CaseFileRepository,
    private readonly rules: LetterRulesRepository,
    private readonly commits: ActCommitRepository,
    private readonly caseworkers: CaseworkersRepository,
    private readonly mails: CaseMailRepository,
    private readonly journal: JournalRepository,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(UNDERSTANDING_MODEL) private readonly model: UnderstandingModel,
  ) {}

  /** Opens a case; who read what and why is on record in the same transaction (I06). @throws SKR_NOT_FOUND */
  async open(worker: Caseworker, id: string): Promise<CaseView> {
    return this.source.transaction(async (tx) => this.show(tx, found(await this.scenes.find(tx, id, worker)), worker));
  }

  /** Opens it again where it has changed; null, and nothing on record, while her page shows it as it is. */
  async openIfChanged(worker: Caseworker, id: string, known: KnownCase | null): Promise<CaseView | null> {
    return this.source.transaction(async (tx) => {
      const scene = found(await this.scenes.find(tx, id, worker));
      return isAsKnown(scene, known) ? null : this.show(tx, scene, worker);
    });
  }
  /**
   * Gather, decide, commit, in one transaction under the locks of the conversation and the case.
   * @param version  of the case as she had it on her page
   * @returns        that it is done, why it may not be done, or what stops the letter
   * @throws         SKR_NOT_FOUND
   */
  async act(worker: Caseworker, id: string, act: Act, version: number): Promise<Done> {
    const answers = hasWords(act) ? await this.mails.messageIdOf(this.source.manager, id) : null;
    return this.source.transaction(async (tx) => {
      const now = this.clock.now();
      const scene = found(await this.scenes.lock(tx, id, worker, answers));
      const colleagues = await this.caseworkers.clearing(tx, scene.queue.clearance);
      const rules = await this.rulesFor(tx, act, { scene, worker, now });
      const outcome = takeAct(act, { scene, worker, version, colleagues, rules, policy: this.policy, now });
      if (outcome.outcome !== 'done') return outcome;
      await this.commits.commit(tx, scene, outcome.acted, { worker, now });
      return { outcome: 'done' };
    });
  }

  private async show(tx: EntityManager, scene: CaseScene, worker: Caseworker): Promise<CaseView> {
    const now = this.clock.now();
    await this.recordRead(tx, scene, worker, now);
    const queues = this.policy.queues.filter((queue) => clears(worker, queue)).map((queue) => queue.id);
    const file = await this.files.read(tx, scene, queues, purposes.handleCase);
    const colleagues = await this.caseworkers.clearing(tx, scene.queue.clearance);
    const reader = { worker, colleagues, policy: this.policy, find: this.model.lexicon.findCaseNumbers, now };
    return showCase(file, reader);
  }

  private async rulesFor(
    tx: EntityManager,
    act: Act,
    about: { readonly scene: CaseScene; readonly worker: Caseworker; readonly now: Date },
  ) {
    const words =
      act.do === 'approve'
        ? about.scene.proposal?.letter
        : act.do === 'answer' || act.do === 'settle'
          ? act.text
          : null;
    return words == null ? null : this.rules.rulesFor(tx, words, about);
  }

  private async recordRead(tx: EntityManager, scene: CaseScene, worker: Caseworker, now: Date): Promise<void> {
    await this.journal.record(tx, {
      at: now,
      actor: { kind: 'caseworker', id: worker.id },
      action: 'read',
      purpose: purposes.handleCase.id,
      partyId: scene.partyId,
      caseId: scene.id,
      conversationId: scene.conversation?.id ?? null,
      decision: { queue: scene.queue.id, identified: scene.partyId !== null },
    });
  }
}

const found = (scene: CaseScene | null): CaseScene => {
  if (scene === null) throw new SkrankeError('SKR_NOT_FOUND', 'no such case for this caseworker');
  return scene;
};

const hasWords = (act: Act): boolean => act.do === 'answer' || act.do === 'approve' || act.do === 'settle';
