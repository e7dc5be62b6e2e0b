import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { EidLoginsService, loginMinutes, type LoginResult } from '../modules/conversation/eid-logins.service.js';
import type { ConversationRow } from '../modules/conversation/session-row.js';
import { blindIndex } from '../modules/disclosure/blind-index.js';
import { DESK_POLICY, type DeskPolicy } from '../modules/policy/desk-policy.js';
import { AnyoneMay } from '../modules/policy/may.guard.js';
import type { Language } from '../modules/policy/phrases.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { SkrankeError } from '../modules/values/errors.js';
import { CHAT_DOOR, type ChatDoor } from './chat-door.service.js';
import { eidPage, type EidView } from './eid-page.js';
import { IssuerService, type Returned } from './issuer.service.js';
import { cookieName, readLoginCookie, writeLoginCookie, type LoginCookie } from './login-cookie.js';
import { loginSecrets } from './login-secrets.js';
import { returnAddress } from './return-address.js';

const noConversation: readonly string[] = ['SKR_TOKEN_MISSING', 'SKR_TOKEN_EXPIRED', 'SKR_NOT_FOUND'];
const cookie = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/** Where a conversation goes out to the eID, and where it comes back from it. */
@Controller('eid')
export class EidController {
  constructor(
    private readonly issuer: IssuerService,
    private readonly logins: EidLoginsService,
    @Inject(CHAT_DOOR) private readonly door: ChatDoor,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('start')
  @AnyoneMay('the cookie of an open conversation is the proof; another site cannot send it')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async start(
    @Query('page') from: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const page = from === 'simple' ? 'simple' : 'chat';
    const language = spoken(request);
    if (!this.issuer.isOffered) return this.page({ language, says: 'page.login-none', page });
    const row = await this.open(request);
    if (row === null) return this.page({ language, says: 'page.login-no-talk', page });
    await this.door.countMessage(row.publicId);
    return this.leave(row, page, request, response);
  }

  @Get('callback')
  @AnyoneMay(
    'shut to whoever did not begin this login in this browser; it comes from another site, with no other proof',
  )
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async callback(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const held = readLoginCookie(request.headers.cookie);
    const page = held?.page ?? 'chat';
    response.clearCookie(cookieName, cookie);
    const over = { language: spoken(request), says: 'page.login-over', page } as const;
    const cameBack = new URL(request.originalUrl, returnAddress(request.headers.host, this.settings.publicUrl));
    if (held === null || !this.issuer.isOffered) return this.page(over);
    const secrets = loginSecrets(held.seed, this.settings.SKRANKE_MAC_KEY);
    const states = cameBack.searchParams.getAll('state');
    if (states.length !== 1 || states[0] !== secrets.state) return this.page(over);
    const login = await this.logins.spend(this.indexOf(secrets.state), new Date());
    if (login === null) return this.page(over);
    const returned = await this.issuer.finish(secrets, cameBack);
    const row = await this.logins.settle(login, this.resultOf(returned));
    this.door.tokenFor(row, response);
    return this.page({ language: row.language ?? over.language, says: 'page.login-done', page });
  }

  private async leave(
    row: ConversationRow,
    page: LoginCookie['page'],
    request: Request,
    response: Response,
  ): Promise<string> {
    const seed = randomBytes(32).toString('base64url');
    const secrets = loginSecrets(seed, this.settings.SKRANKE_MAC_KEY);
    const language = row.language ?? spoken(request);
    await this.logins.begin(row, this.indexOf(secrets.state), new Date());
    const returnTo = returnAddress(request.headers.host, this.settings.publicUrl);
    const begun = await this.issuer.begin(secrets, returnTo, language);
    if (begun.outcome === 'unreachable') return this.tellUnreachable(row, secrets.state, page, response);
    const held = writeLoginCookie({ seed, page });
    response.cookie(cookieName, held, { ...cookie, maxAge: loginMinutes * 60_000 });
    response.redirect(303, begun.url.href);
    return '';
  }

  /** The conversation says it, and offers another way. */
  private async tellUnreachable(
    row: ConversationRow,
    state: string,
    page: LoginCookie['page'],
    response: Response,
  ): Promise<string> {
    const login = await this.logins.spend(this.indexOf(state), new Date());
    const now =
      login === null ? row : await this.logins.settle(login, { outcome: 'unreachable', nationalIdIndex: null });
    this.door.tokenFor(now, response);
    return this.page({ language: now.language ?? 'nb', says: 'page.login-done', page });
  }

  private resultOf(returned: Returned): LoginResult {
    if (returned.outcome !== 'proven') return { outcome: returned.outcome, nationalIdIndex: null };
    const { level, nationalId } = returned;
    return {
      outcome: level,
      nationalIdIndex: blindIndex('national-id', nationalId.reveal(), this.settings.SKRANKE_INDEX_KEY),
    };
  }

  private indexOf(state: string): Buffer {
    return blindIndex('eid-state', state, this.settings.SKRANKE_INDEX_KEY);
  }

  /** The conversation this browser has open. A page of another site cannot bring its cookie along. */
  private async open(request: Request): Promise<ConversationRow | null> {
    try {
      return await this.door.enterToRefresh(request);
    } catch (error) {
      if (error instanceof SkrankeError && noConversation.includes(error.code)) return null;
      throw error;
    }
  }

  private page({ language, says, page }: Pick<EidView, 'language' | 'says'> & Pick<LoginCookie, 'page'>): string {
    const view = { language, says, collector: this.policy.collector.name, hurries: says === 'page.login-done' };
    return eidPage({ ...view, back: page === 'simple' ? '/simple#newest' : '/' }, this.policy.phrases);
  }
}

/** What the browser asks for, where no conversation has a language yet. */
const spoken = (request: Request): Language => {
  const tag = request.headers['accept-language']?.toLowerCase().slice(0, 2);
  return tag === 'en' || tag === 'nn' ? tag : 'nb';
};
