import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Caseworker } from '../casework/caseworker.js';
import { AnyoneMay } from '../policy/may.guard.js';
import { errorAnswer, workerAnswer } from './answer.schema.js';
import { inWords } from './api-doc.js';
import { ConsoleSessionsRepository } from './console-sessions.repository.js';
import { EnrolmentService, type Begin, type Finished } from './enrolment.service.js';
import { LoginService } from './login.service.js';
import {
  enrolledAnswer,
  enrolledSchema,
  enrolmentAnswer,
  enrolmentSchema,
  signInByPasswordSchema,
} from './login.schema.js';
import { OwnOriginGuard } from './own-origin.guard.js';
import { cookieName, cookieOptions, tokenIn } from './session-cookie.js';

/** The door for caseworkers with an account of the desk's own. */
@ApiTags('session')
@Controller('api/console')
@UseGuards(OwnOriginGuard)
export class LoginController {
  constructor(
    private readonly logins: LoginService,
    private readonly enrolments: EnrolmentService,
    private readonly sessions: ConsoleSessionsRepository,
  ) {}

  @Post('login')
  @HttpCode(200)
  @AnyoneMay('signing in comes before anybody is signed in; the answer tells nobody who works here')
  @ApiBody({ schema: inWords(signInByPasswordSchema, 'input') })
  @ApiOkResponse({ schema: inWords(workerAnswer) })
  @ApiUnauthorizedResponse({ schema: inWords(errorAnswer) })
  async signIn(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly worker: Caseworker }> {
    const begun = await this.logins.signIn(signInByPasswordSchema.parse(body), addressOf(request));
    const older = tokenIn(request.headers.cookie);
    if (older !== null) await this.sessions.end(older);
    response.cookie(cookieName, begun.token, cookieOptions);
    return { worker: begun.worker };
  }

  @Post('enrolment')
  @HttpCode(200)
  @AnyoneMay('opens with the code an operator handed over, and with nothing else')
  @ApiBody({ schema: inWords(enrolmentSchema, 'input') })
  @ApiOkResponse({ schema: inWords(enrolmentAnswer) })
  @ApiUnauthorizedResponse({ schema: inWords(errorAnswer) })
  async begin(@Body() body: unknown, @Req() request: Request): Promise<Begin> {
    return this.enrolments.begin(enrolmentSchema.parse(body).code, addressOf(request));
  }

  @Post('enrolment/finish')
  @HttpCode(200)
  @AnyoneMay('opens with the code an operator handed over, and with nothing else')
  @ApiBody({ schema: inWords(enrolledSchema, 'input') })
  @ApiOkResponse({ schema: inWords(enrolledAnswer) })
  @ApiUnauthorizedResponse({ schema: inWords(errorAnswer) })
  async finish(@Body() body: unknown, @Req() request: Request): Promise<Finished> {
    return this.enrolments.finish(enrolledSchema.parse(body), addressOf(request));
  }
}

const addressOf = ({ ip }: Request): string => ip ?? 'unknown';
