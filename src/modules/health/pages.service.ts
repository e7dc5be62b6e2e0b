import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeskPolicy } from '../policy/desk-policy.js';
import { SkrankeError } from '../values/errors.js';
import { noticePage } from './notice-page.js';

const webRoot = resolve(fileURLToPath(import.meta.url), '../../../web');
const yearSeconds = 31_536_000;

/** Serves what the front ends were built to; names with a hash may be kept for a year. */
@Injectable()
export class PagesService {
  private readonly kept = new Map<string, string>();

  /** @throws SKR_UNAVAILABLE when the front end was not built */
  html(app: 'chat' | 'console'): string {
    const known = this.kept.get(app);
    if (known !== undefined) return known;
    const file = join(webRoot, app, 'index.html');
    if (!existsSync(file)) throw new SkrankeError('SKR_UNAVAILABLE', `web/${app} is not built`);
    const html = readFileSync(file, 'utf8');
    this.kept.set(app, html);
    return html;
  }

  notice(policy: DeskPolicy): string {
    return noticePage(policy);
  }

  send(urlPath: string, name: string, response: Response): void {
    const app = urlPath.startsWith('/chat-assets/')
      ? 'chat/chat-assets'
      : urlPath.startsWith('/console-assets/')
        ? 'console/console-assets'
        : 'dev-assets';
    response.set('Cache-Control', `public, max-age=${String(yearSeconds)}, immutable`);
    response.sendFile(name, { root: join(webRoot, app), dotfiles: 'deny' }, (error?: Error) => {
      if (error !== undefined && !response.headersSent)
        response.status(404).json({ error: { code: 'SKR_NOT_FOUND', message: 'There is nothing here.' } });
    });
  }
}
