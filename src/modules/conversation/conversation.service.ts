import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { newId } from '../database/new-id.service.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import type { Evidence } from '../identity/assess.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { UNDERSTANDING_MODEL, type UnderstandingModel } from '../understanding/load-model.service.js';
import { makeOneTimeCode, type OneTimeCode } from '../values/one-time-code.js';
import { makeReceipt } from '../values/receipt.js';
import { SkrankeError } from '../values/errors.js';
import { CommitRepository } from './commit.repository.js';
import type { InboundMessage, Taken } from './inbound-message.js';
import { SceneRepository } from './scene.repository.js';
import type { Dice } from './setting.js';
import { turn } from './turn.js';

/** Road 1 and 2: takes one message, by whatever door it came. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly source: DataSource,
    private readonly scenes: SceneRepository,
    private readonly commits: CommitRepository,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(UNDERSTANDING_MODEL) private readonly model: UnderstandingModel,
  ) {}

  /**
   * Gather, decide, commit, in one transaction under the conversation's lock.
   * @throws SKR_NOT_FOUND when there is no such conversation
   */
  async take(inbound: InboundMessage): Promise<Taken> {
    return this.source.transaction(async (tx) => {
      const row = await this.scenes.lock(tx, inbound.conversationId);
      if (row === null) throw new SkrankeError('SKR_NOT_FOUND', 'no such conversation');
      const { takenAs, evidence } = await this.scenes.session(tx, inbound);
      if (takenAs !== null) return { activityId: takenAs, duplicate: true, levelChanged: false };
      return this.takeNew(tx, row, inbound, evidence);
    });
  }

  private async takeNew(
    tx: EntityManager,
    row: NonNullable<Awaited<ReturnType<SceneRepository['lock']>>>,
    inbound: InboundMessage,
    evidence: readonly Evidence[],
  ): Promise<Taken> {
    const now = this.clock.now();
    const scene = await this.scenes.gather(tx, row, { inbound, evidence, now });
    const outcome = turn(
      { scene, inbound, policy: this.policy, now, dice: diceAt(now), key: this.settings.SKRANKE_INDEX_KEY },
      this.model,
    );
    const activityId = await this.commits.commit(tx, row, { scene, inbound, outcome }, now);
    return { activityId, duplicate: false, levelChanged: outcome.level !== row.level };
  }
}

const diceAt = (now: Date): Dice => ({
  id: () => newId(now),
  receipt: () => makeReceipt(randomBytes(17)),
  code: drawCode,
});

const drawCode = (): OneTimeCode => makeOneTimeCode(randomBytes(6)) ?? drawCode();
