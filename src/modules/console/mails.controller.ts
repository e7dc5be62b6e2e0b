import { Controller, Get, Header, HttpCode, Param, Post, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CaseMailService } from '../casework/case-mail.service.js';
import type { Caseworker } from '../casework/caseworker.js';
import { CaseworkerMay } from '../policy/may.guard.js';
import { errorAnswer } from './answer.schema.js';
import { inWords } from './api-doc.js';
import { SignedIn } from './caseworker.guard.js';
import { OwnOriginGuard } from './own-origin.guard.js';

/** The mail behind a case: fetched as it came, never shown by a browser, or read once more. */
@ApiTags('mails')
@Controller('api/console/mails')
@UseGuards(OwnOriginGuard)
export class MailsController {
  constructor(private readonly mails: CaseMailService) {}

  @Get(':id/raw')
  @CaseworkerMay('mail')
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @ApiProduces('message/rfc822')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiNotFoundResponse({ schema: inWords(errorAnswer) })
  async raw(@SignedIn() worker: Caseworker, @Param('id') id: string): Promise<StreamableFile> {
    const bytes = await this.mails.raw(worker, id);
    return new StreamableFile(bytes, {
      type: 'message/rfc822',
      disposition: 'attachment; filename="message.eml"',
      length: bytes.length,
    });
  }

  @Post(':id/reprocess')
  @HttpCode(202)
  @CaseworkerMay('mail')
  @ApiAcceptedResponse({ schema: { type: 'object', properties: { again: { type: 'boolean' } } } })
  @ApiNotFoundResponse({ schema: inWords(errorAnswer) })
  async reprocess(@SignedIn() worker: Caseworker, @Param('id') id: string): Promise<{ readonly again: boolean }> {
    return { again: await this.mails.reprocess(worker, id) };
  }
}
