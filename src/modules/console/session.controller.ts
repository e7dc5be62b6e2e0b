import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AbsenceService } from '../casework/absence.service.js';
import type { Caseworker } from '../casework/caseworker.js';
import { ClockService } from '../database/clock.service.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { AnyoneMay, CaseworkerMay } from '../policy/may.guard.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { SkrankeError } from '../values/errors.js';
import { absenceSchema, signInSchema } from './act.schema.js';
import { AccountsRepository } from './accounts.repository.js';
import { sessionAnswer, workerAnswer } from './answer.schema.js';
import { inWords } from './api-doc.js';
import { SignedIn } from './caseworker.guard.js';
import { ConsoleSessionsRepository } from './console-sessions.repository.js';
import { OwnOriginGuard } from './own-origin.guard.js';
import { cookieName, cookieOptions, tokenIn } from './session-cookie.js';

/** Signing in and out, and coming and going. In demo mode the sample caseworkers are one click each. */
@ApiTags('session')
@Controller('api/console')
@UseGuards(OwnOriginGuard)
export class SessionController {
  constructor(
    private readonly sessions: ConsoleSessionsRepository,
    private readonly absences: AbsenceService,
    private readonly accounts: AccountsRepository,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('session')
  @AnyoneMay('tells whether somebody is signed in, and in demo mode who could be')
  @ApiOkResponse({ schema: inWords(sessionAnswer) })
  async session(@Req() request: Request) {
    const token = tokenIn(request.headers.cookie);
    return {
      worker: token === null ? null : await this.sessions.find(token),
      offered: this.isDemo ? await this.absences.colleagues() : [],
      open: this.isDemo || (await this.accounts.areAny()),
      demo: this.isDemo,
      collector: this.policy.collector.name,
      now: this.clock.now(),
    };
  }

  @Post('session')
  @HttpCode(200)
  @AnyoneMay('signing in comes before anybody is signed in; in demo mode only')
  @ApiBody({ schema: inWords(signInSchema, 'input') })
  @ApiOkResponse({ schema: inWords(workerAnswer) })
  async signIn(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly worker: Caseworker }> {
    if (!this.isDemo) throw new SkrankeError('SKR_NOT_FOUND', 'one click is for the sample world');
    const begun = await this.sessions.begin(signInSchema.parse(body).caseworkerId);
    if (begun === null) throw new SkrankeError('SKR_NOT_FOUND', 'nobody of that name works here');
    await this.endIn(request);
    response.cookie(cookieName, begun.token, cookieOptions);
    return { worker: begun.worker };
  }

  @Delete('session')
  @HttpCode(204)
  @AnyoneMay('leaving is always allowed')
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.endIn(request);
    response.clearCookie(cookieName, cookieOptions);
    response.setHeader('Clear-Site-Data', '"cache"');
  }

  @Put('absence')
  @CaseworkerMay('session')
  @ApiBody({ schema: inWords(absenceSchema, 'input') })
  @ApiOkResponse({ schema: inWords(workerAnswer) })
  async absence(@SignedIn() worker: Caseworker, @Body() body: unknown): Promise<{ readonly worker: Caseworker }> {
    return { worker: await this.absences.set(worker, absenceSchema.parse(body).absent) };
  }

  private get isDemo(): boolean {
    return this.settings.SKRANKE_MODE === 'demo';
  }

  private async endIn(request: Request): Promise<void> {
    const token = tokenIn(request.headers.cookie);
    if (token !== null) await this.sessions.end(token);
  }
}
