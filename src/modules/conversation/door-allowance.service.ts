import { Inject, Injectable } from '@nestjs/common';
import { AllowanceService } from '../identity/allowance.service.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';

const hourSeconds = 3_600;

/** How often the chat's door may be opened, counted for all replicas together. */
@Injectable()
export class DoorAllowanceService {
  constructor(
    private readonly allowance: AllowanceService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  /** @param ip  where the asker comes from, as far as the trusted proxies tell */
  async mayOpen(ip: string): Promise<boolean> {
    return this.allowance.take('door', this.policy.assurance.door.conversationsPerAddressHour, hourSeconds, ip);
  }

  /** A stream ticket opens one connection. @returns whether it had not been used */
  async spendTicket(nonce: string): Promise<boolean> {
    return this.allowance.take('ticket', 1, this.policy.assurance.token.ticketSeconds, nonce);
  }
}
