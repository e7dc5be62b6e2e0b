import { Injectable, SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SkrankeError } from '../values/errors.js';

/** Who may use a route; a route without one is closed (house, "HTTP is closed by default"). */
export type May =
  { readonly who: 'anyone'; readonly reason: string } | { readonly who: 'caseworker'; readonly topic: string };

export const mayKey = 'skranke:may';

/** Opens a route to everybody, with the reason why that is safe. */
export const AnyoneMay = (reason: string): CustomDecorator =>
  SetMetadata(mayKey, { who: 'anyone', reason } satisfies May);

/** Opens a route to a signed-in caseworker whose roles clear the topic. */
export const CaseworkerMay = (topic: string): CustomDecorator =>
  SetMetadata(mayKey, { who: 'caseworker', topic } satisfies May);

/** Denies every route that does not say who may use it. What a caseworker may is the console's own guard. */
@Injectable()
export class ClosedByDefaultGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const may = this.reflector.getAllAndOverride<May | undefined>(mayKey, [context.getHandler(), context.getClass()]);
    if (may === undefined) throw new SkrankeError('SKR_NOT_FOUND', 'a route that does not say who may use it');
    return true;
  }
}
