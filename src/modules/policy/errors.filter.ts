import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { ZodError } from 'zod';
import { SkrankeError } from '../values/errors.js';

/**
 * What the outside hears of an error: a code, a fixed sentence and a reference. Parameters, queries and details of
 * database errors hold personal data and go nowhere.
 */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { status, code, retryAfter } = outward(thrown);
    const reference = randomUUID();
    if (status >= 500)
      this.log.error({
        code,
        reference,
        name: thrown instanceof Error ? thrown.name : 'unknown',
        at: thrown instanceof Error ? placeOf(thrown) : '',
      });
    if (response.headersSent) return;
    if (retryAfter !== null) response.setHeader('Retry-After', String(retryAfter));
    response
      .status(status)
      .json({ error: { code, message: sentences[status] ?? sentences[status < 500 ? 400 : 500], reference } });
  }
}

const outward = (
  thrown: unknown,
): { readonly status: number; readonly code: string; readonly retryAfter: number | null } => {
  if (thrown instanceof SkrankeError)
    return { status: thrown.status, code: thrown.code, retryAfter: thrown.status === 429 ? 60 : null };
  if (thrown instanceof ZodError) return { status: 400, code: 'SKR_BAD_INPUT', retryAfter: null };
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  return { status, code: codes[status] ?? (status < 500 ? 'SKR_BAD_INPUT' : 'SKR_INTERNAL'), retryAfter: null };
};

/** Body parsers throw plain errors that carry a status. */
const statusOf = (thrown: unknown): number => {
  const status: unknown = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : 500;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

const placeOf = (error: Error): string => /at .*?(\w[\w.-]*\.js:\d+)/.exec(error.stack ?? '')?.[1] ?? '';

const codes: Readonly<Record<number, string>> = {
  400: 'SKR_BAD_INPUT',
  401: 'SKR_TOKEN_MISSING',
  403: 'SKR_FORBIDDEN',
  404: 'SKR_NOT_FOUND',
  409: 'SKR_CONFLICT',
  412: 'SKR_PRECONDITION',
  413: 'SKR_TOO_LARGE',
  429: 'SKR_TOO_MANY',
  503: 'SKR_UNAVAILABLE',
};

const sentences: Readonly<Record<number, string>> = {
  400: 'The request could not be read.',
  401: 'Sign in, or ask for a token, first.',
  403: 'The token is no longer good. Refresh it, or begin anew.',
  404: 'There is nothing here.',
  409: 'Somebody was before you. Read it again.',
  412: 'It has changed meanwhile. Read it again.',
  413: 'That is too large.',
  429: 'That is too often. Wait a little.',
  500: 'Something went wrong with us. Try again soon.',
  503: 'The desk is closed for a moment. Try again soon.',
};
