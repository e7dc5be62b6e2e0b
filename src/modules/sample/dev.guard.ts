import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { SkrankeError } from '../values/errors.js';

const loopback = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;

/** The dev doors are open in demo mode and from this machine only; otherwise there is nothing here. */
@Injectable()
export class DevGuard implements CanActivate {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const { origin } = request.headers;
    const isLocal = loopback.test(request.socket.remoteAddress ?? '');
    const isOwnPage = origin === undefined || origin === new URL(this.settings.publicUrl).origin;
    if (this.settings.SKRANKE_MODE === 'demo' && isLocal && isOwnPage) return true;
    throw new SkrankeError('SKR_NOT_FOUND', 'a dev door');
  }
}
