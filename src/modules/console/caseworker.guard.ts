import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Caseworker } from '../casework/caseworker.js';
import { mayKey, type May } from '../policy/may.guard.js';
import { SkrankeError } from '../values/errors.js';
import { ConsoleSessionsRepository } from './console-sessions.repository.js';
import { tokenIn } from './session-cookie.js';
import { mayUse } from './topics.js';

type SignedInRequest = Request & { caseworker?: Caseworker };

/**
 * Lets a signed-in caseworker through whose roles clear the topic, wherever a route says `CaseworkerMay`. It guards all
 * routes of the process, so that none can be declared and left unguarded. Session, roles and account are read with every
 * request: who was disabled a moment ago does not pass (I11).
 */
@Injectable()
export class CaseworkerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: ConsoleSessionsRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const may = this.reflector.getAllAndOverride<May | undefined>(mayKey, [context.getHandler(), context.getClass()]);
    if (may?.who !== 'caseworker') return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const token = tokenIn(request.headers.cookie);
    const worker = token === null ? null : await this.sessions.find(token);
    if (worker === null) throw new SkrankeError('SKR_TOKEN_MISSING', 'nobody is signed in');
    if (!mayUse(may.topic, worker.roles)) throw new SkrankeError('SKR_FORBIDDEN', 'a topic she has no role for');
    request.caseworker = worker;
    return true;
  }
}

/** The caseworker the guard let through. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Caseworker => {
  const { caseworker } = context.switchToHttp().getRequest<SignedInRequest>();
  if (caseworker === undefined) throw new SkrankeError('SKR_TOKEN_MISSING', 'a route without its guard');
  return caseworker;
});
