import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { SkrankeError } from '../values/errors.js';

const reading: readonly string[] = ['GET', 'HEAD'];

/** Whatever changes something must come from our own page, and say so (C08). */
@Injectable()
export class OwnOriginGuard implements CanActivate {
  private readonly own: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.own = new URL(settings.publicUrl).origin;
  }

  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    if (reading.includes(method) || headers.origin === this.own) return true;
    throw new SkrankeError('SKR_FORBIDDEN', 'a foreign or missing origin');
  }
}
