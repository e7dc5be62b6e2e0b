import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { PartiesRepository } from '../parties/parties.repository.js';
import { purposes } from '../policy/purpose.js';
import { OutboxRepository } from './outbox.repository.js';

/** What follows when the far side says that an address or a number does not exist. */
@Injectable()
export class UnknownRecipientService {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: OutboxRepository,
    private readonly parties: PartiesRepository,
    private readonly journal: JournalRepository,
    private readonly clock: ClockService,
  ) {}

  /**
   * Marks the message as failed and the point it went to as bounced, for everybody who has it; it is not used again.
   * @param uuid  the random name of one of our own messages that was handed over; any other changes nothing
   * @source      ND16; confidentiality "Contact points"
   */
  async unknown(uuid: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const to = await this.outbox.bouncedTo(tx, uuid);
      if (to === null) return;
      const at = this.clock.now();
      for (const partyId of await this.parties.markBounced(tx, to.kind, to.index, purposes.proveIdentity))
        await this.journal.record(tx, {
          at,
          actor: { kind: 'job', id: 'delivery-report' },
          action: 'contact-point-bounced',
          purpose: purposes.proveIdentity.id,
          partyId,
          caseId: null,
          conversationId: null,
          decision: null,
        });
    });
  }
}
