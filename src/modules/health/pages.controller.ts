import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { AnyoneMay } from '../policy/may.guard.js';
import { PagesService } from './pages.service.js';

const publicPage = 'a page without anybody in it';

/** The two front ends and the public notice, as built files. */
@Controller()
export class PagesController {
  constructor(
    private readonly pages: PagesService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  @Get(['/', '/t/:ref'])
  @AnyoneMay(publicPage)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  chat(@Param('ref') ref: string | undefined): string {
    return this.pages
      .html('chat')
      .replaceAll('{{collector}}', this.policy.collector.name)
      .replaceAll('{{email}}', this.policy.collector.email)
      .replaceAll('{{simple}}', ref === undefined ? '/simple' : `/simple/t/${encodeURIComponent(ref)}`);
  }

  @Get(['/console', '/console/*path'])
  @AnyoneMay('the page is empty until a caseworker signs in')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  console(): string {
    return this.pages.html('console');
  }

  @Get('/notice')
  @AnyoneMay(publicPage)
  @Header('Content-Type', 'text/html; charset=utf-8')
  notice(): string {
    return this.pages.notice(this.policy);
  }

  @Get(['/chat-assets/*path', '/console-assets/*path', '/dev-assets/*path'])
  @AnyoneMay(publicPage)
  asset(@Param('path') path: string | string[], @Res() response: Response): void {
    this.pages.send(response.req.path, [path].flat().join('/'), response);
  }
}
