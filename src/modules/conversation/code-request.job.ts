import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { newRounds, type Rounds } from '../database/rounds.service.js';
import { SignalsService } from '../database/signals.service.js';
import { render } from '../disclosure/render.js';
import type { Reply } from '../disclosure/reply.js';
import { ChallengesRepository, type Found, type RequestedCode } from '../identity/challenges.repository.js';
import { disclosedRecord } from '../journal/journal-entry.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import { PartiesRepository, type ContactPoint } from '../parties/parties.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import { tellAnyone } from './telling.js';

const sweepMs = 1_000;
const nobody: Found = { partyIds: [], confirmedPoint: false };

/**
 * Looks up, in the worker and never in a request, whether anybody has the address a code was asked for, and sends it
 * there. Nothing the asker can see depends on what it finds.
 */
@Injectable()
export class CodeRequestJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(CodeRequestJob.name);
  private readonly rounds: Rounds;

  constructor(
    private readonly source: DataSource,
    signals: SignalsService,
    private readonly clock: ClockService,
    private readonly challenges: ChallengesRepository,
    private readonly parties: PartiesRepository,
    private readonly journal: JournalRepository,
    private readonly outbox: OutboxRepository,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {
    this.rounds = newRounds(signals, {
      signal: 'challenge',
      everyMs: sweepMs,
      work: () => this.run(),
      failed: (error) =>
        this.log.error({ code: 'SKR_CODE_REQUEST_FAILED', name: error instanceof Error ? error.name : 'unknown' }),
    });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  /** Handles every code that waits. */
  async run(): Promise<void> {
    while (await this.source.transaction((tx) => this.one(tx)));
  }

  private async one(tx: EntityManager): Promise<boolean> {
    const asked = await this.challenges.nextRequested(tx);
    if (asked === null) return false;
    const now = this.clock.now();
    const points = await this.parties.reachableBy(tx, asked.kind, asked.targetIndex, purposes.proveIdentity, now);
    const [first] = points;
    const partyIds = [...new Set(points.map((point) => point.partyId))];
    const allowed =
      first !== undefined &&
      (await this.challenges.fewFailures(tx, partyIds, this.policy.assurance, now)) &&
      (await this.challenges.mayGoTo(tx, asked.targetIndex, this.policy.assurance, now));
    const confirmedPoint = points.every((point) => point.state === 'confirmed');
    await this.challenges.looked(tx, asked.id, allowed ? { partyIds, confirmedPoint } : nobody);
    if (allowed) await this.send(tx, asked, first, now);
    return true;
  }

  private async send(tx: EntityManager, asked: RequestedCode, point: ContactPoint, now: Date): Promise<void> {
    const { reply, record } = this.codeMessage(asked, point.language);
    const decisionId = await this.journal.record(tx, {
      at: now,
      actor: { kind: 'job', id: 'code-request' },
      action: 'code-sent',
      purpose: purposes.proveIdentity.id,
      partyId: point.partyId,
      caseId: null,
      conversationId: asked.conversationId,
      decision: record,
    });
    const expiresAt = new Date(asked.createdAt.getTime() + this.policy.assurance.code.deliveryMinutes * 60_000);
    await this.outbox.enqueue(
      tx,
      {
        channel: asked.kind === 'email' ? 'email' : 'sms',
        kind: 'code',
        decisionId,
        reply,
        recipient: point.value,
        conversationId: null,
        challengeId: asked.id,
        threadRef: null,
        inReplyTo: null,
        expiresAt,
      },
      now,
    );
  }

  /** The code and how long it lasts, nothing else: no name, no case, no sign of what we are (ND2). */
  private codeMessage(
    { kind, code }: RequestedCode,
    language: ContactPoint['language'],
  ): { readonly reply: Reply; readonly record: ReturnType<typeof disclosedRecord> } {
    const from = tellAnyone(
      'code',
      'code',
      { code, minutes: this.policy.assurance.code.minutes },
      this.policy.disclosure,
    );
    const draft = {
      lang: language,
      ...(kind === 'email' ? { subject: { phrase: 'code.subject', from } as const } : {}),
      parts: [{ phrase: kind === 'email' ? 'code.text' : 'code.sms', from }],
      options: [],
    } as const;
    return { reply: render(draft, this.policy.phrases), record: disclosedRecord('code', [from]) };
  }
}
