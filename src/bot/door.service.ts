import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ClockService } from '../modules/database/clock.service.js';
import { ChatSessionsService } from '../modules/conversation/chat-sessions.service.js';
import type { ConversationRow } from '../modules/conversation/session-row.js';
import { DoorAllowanceService } from '../modules/conversation/door-allowance.service.js';
import { DESK_POLICY, type DeskPolicy } from '../modules/policy/desk-policy.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { SkrankeError } from '../modules/values/errors.js';
import { isOwnOrigin } from '../modules/values/own-origin.js';
import { readToken, signToken, type TokenClaims } from './token.js';

export type Entered = { readonly row: ConversationRow };

const cookieName = '__Host-skranke';

/** Lets a bearer of a token into its own conversation, and nobody anywhere else. */
@Injectable()
export class DoorService {
  private readonly messages: RateLimiterMemory;

  constructor(
    private readonly sessions: ChatSessionsService,
    private readonly clock: ClockService,
    private readonly allowance: DoorAllowanceService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.messages = new RateLimiterMemory({
      points: policy.assurance.door.messagesPerConversationMinute,
      duration: 60,
    });
  }

  /**
   * @param id  the conversation the path names; null where it names none
   * @throws    SKR_TOKEN_MISSING, SKR_TOKEN_EXPIRED (also for an epoch gone by), SKR_NOT_FOUND alike for unknown and foreign
   */
  async enter(request: Request, id: string | null): Promise<Entered> {
    this.assertOwnOrigin(request);
    const claims = this.claimsOf(bearer(request), 'bearer');
    if (id !== null && id !== claims.conversation) throw new SkrankeError('SKR_NOT_FOUND', 'another conversation');
    const row = await this.sessions.find(claims.conversation);
    if (row === null) throw new SkrankeError('SKR_NOT_FOUND', 'no such conversation');
    if (claims.epoch !== row.tokenEpoch) throw new SkrankeError('SKR_TOKEN_EXPIRED', 'the level changed');
    return { row };
  }

  /** @throws SKR_FORBIDDEN for another site's page; stock clients outside a browser send no Origin (C08) */
  private assertOwnOrigin({ headers: { origin } }: Request): void {
    if (origin !== undefined && !isOwnOrigin(origin, this.settings.publicUrl))
      throw new SkrankeError('SKR_FORBIDDEN', 'a foreign origin');
  }

  /** As `enter`, by token or by the page's cookie; a token of the epoch before has one refresh left for a minute. */
  async enterToRefresh(request: Request): Promise<ConversationRow> {
    this.assertOwnOrigin(request);
    const token = bearer(request);
    const claims = token === null ? this.claimsOf(cookieOf(request), 'cookie') : this.claimsOf(token, 'bearer');
    const row = await this.sessions.find(claims.conversation);
    if (row === null) throw new SkrankeError('SKR_NOT_FOUND', 'no such conversation');
    if (claims.epoch === row.tokenEpoch) return row;
    if (claims.epoch !== row.tokenEpoch - 1 || !this.justChanged(row) || !(await this.sessions.takeRefresh(row)))
      throw new SkrankeError('SKR_TOKEN_EXPIRED', 'the level changed');
    return row;
  }

  /** A fresh bearer token, and the same as a cookie that only this site's page can use. */
  tokenFor(
    row: { readonly publicId: string; readonly tokenEpoch: number },
    response: Response,
  ): { readonly conversationId: string; readonly token: string; readonly expires_in: number } {
    const seconds = this.policy.assurance.token.minutes * 60;
    response.cookie(cookieName, this.sign(row, 'cookie', seconds), {
      httpOnly: true,
      secure: true,
      sameSite: 'strict',
      path: '/',
      maxAge: seconds * 1000,
    });
    return { conversationId: row.publicId, token: this.sign(row, 'bearer', seconds), expires_in: seconds };
  }

  forget(response: Response): void {
    response.clearCookie(cookieName, { httpOnly: true, secure: true, sameSite: 'strict', path: '/' });
  }

  /** Where this conversation streams: the address holds a ticket for one connection within a minute, never the token. */
  streamUrl(row: { readonly publicId: string; readonly tokenEpoch: number }, watermark: number): string {
    const ticket = this.sign(row, 'ticket', this.policy.assurance.token.ticketSeconds);
    return `${this.settings.publicUrl.replace(/^http/, 'ws')}/v3/directline/conversations/${row.publicId}/stream?watermark=${String(watermark)}&t=${encodeURIComponent(ticket)}`;
  }

  /** Spends a stream ticket. @returns the conversation it opens, null when it opens none */
  async enterByTicket(ticket: string): Promise<ConversationRow | null> {
    const claims = readToken(ticket, 'ticket', this.settings.SKRANKE_MAC_KEY, Date.now());
    if (claims === null || claims === 'expired') return null;
    if (!(await this.allowance.spendTicket(claims.nonce))) return null;
    const row = await this.sessions.find(claims.conversation);
    return row?.tokenEpoch === claims.epoch ? row : null;
  }

  /** @throws SKR_TOO_MANY */
  async countConversation(request: Request): Promise<void> {
    this.assertOwnOrigin(request);
    if (!(await this.allowance.mayOpen(request.ip ?? 'unknown')))
      throw new SkrankeError('SKR_TOO_MANY', 'conversations from one address');
  }

  /** @throws SKR_TOO_MANY */
  async countMessage(publicId: string): Promise<void> {
    const used = await this.messages.get(publicId);
    await this.messages.penalty(publicId);
    if ((used?.consumedPoints ?? 0) >= this.policy.assurance.door.messagesPerConversationMinute)
      throw new SkrankeError('SKR_TOO_MANY', 'messages in one conversation');
  }

  private claimsOf(token: string | null, purpose: TokenClaims['purpose']): TokenClaims {
    if (token === null) throw new SkrankeError('SKR_TOKEN_MISSING', 'no token');
    const claims = readToken(token, purpose, this.settings.SKRANKE_MAC_KEY, Date.now());
    if (claims === null) throw new SkrankeError('SKR_TOKEN_MISSING', 'not a token of ours');
    if (claims === 'expired') throw new SkrankeError('SKR_TOKEN_EXPIRED', 'out of time');
    return claims;
  }

  private justChanged(row: ConversationRow): boolean {
    const since = row.epochChangedAt === null ? Infinity : this.clock.now().getTime() - row.epochChangedAt.getTime();
    return since <= this.policy.assurance.token.refreshAfterChangeSeconds * 1000;
  }

  private sign(
    row: { readonly publicId: string; readonly tokenEpoch: number },
    purpose: TokenClaims['purpose'],
    seconds: number,
  ): string {
    return signToken(
      {
        conversation: row.publicId,
        epoch: row.tokenEpoch,
        expiresAt: Date.now() + seconds * 1000,
        purpose,
        nonce: randomBytes(9).toString('base64url'),
      },
      this.settings.SKRANKE_MAC_KEY,
    );
  }
}

const bearer = (request: Request): string | null =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;

const cookieOf = (request: Request): string | null =>
  (request.headers.cookie ?? '')
    .split('; ')
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1) ?? null;
