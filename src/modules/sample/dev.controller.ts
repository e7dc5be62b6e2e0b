import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { AnyoneMay } from '../policy/may.guard.js';
import { SkrankeError } from '../values/errors.js';
import { readInstant } from '../values/day.js';
import { DevClockService } from './dev-clock.service.js';
import { DevGuard } from './dev.guard.js';
import { DevPeopleService, type DevPerson } from './dev-people.service.js';
import { DEV_MAILBOX, type DevMailbox, type SentMail } from './dev-mailbox.js';
import { DEV_LETTERS, type DevLetters, type SentLetter } from './dev-letters.js';
import { DEV_PHONES, type DevPhones, type SentSms } from './dev-phones.js';
import { lettersPage } from './letters-page.js';
import { mailboxPage } from './mailbox-page.js';

const clockSchema = z.strictObject({ now: z.string() });
const reason = 'demo mode, this machine only';

/** What makes the demo usable without a case system, a mail program or patience. */
@Controller('dev')
@UseGuards(DevGuard)
export class DevController {
  constructor(
    private readonly people: DevPeopleService,
    private readonly clock: DevClockService,
    @Inject(DEV_MAILBOX) private readonly mailbox: DevMailbox,
    @Inject(DEV_PHONES) private readonly phones: DevPhones,
    @Inject(DEV_LETTERS) private readonly letters: DevLetters,
  ) {}

  @Get('people.json')
  @AnyoneMay(reason)
  async everybody(): Promise<readonly DevPerson[]> {
    return this.people.everybody();
  }

  @Get('mailbox')
  @AnyoneMay(reason)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Query('to') to: string | undefined): Promise<string> {
    return mailboxPage(await this.mailbox.sent(to ?? null), await this.phones.sent(to ?? null));
  }

  @Get('mailbox.json')
  @AnyoneMay(reason)
  async sent(@Query('to') to: string | undefined): Promise<readonly SentMail[]> {
    return this.mailbox.sent(to ?? null);
  }

  @Get('sms.json')
  @AnyoneMay(reason)
  async texts(@Query('to') to: string | undefined): Promise<readonly SentSms[]> {
    return this.phones.sent(to ?? null);
  }

  @Get('letters.json')
  @AnyoneMay(reason)
  async posted(@Query('to') to: string | undefined): Promise<readonly SentLetter[]> {
    return this.letters.sent(to ?? null);
  }

  @Get('letters')
  @AnyoneMay(reason)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async post(@Query('to') to: string | undefined): Promise<string> {
    return lettersPage(await this.letters.sent(to ?? null));
  }

  @Get('letters/:id.pdf')
  @AnyoneMay(reason)
  async sheet(@Param('id') id: string): Promise<StreamableFile> {
    const pdf = await this.letters.pdf(id);
    if (pdf === null) throw new SkrankeError('SKR_NOT_FOUND', 'a letter that is not there');
    return new StreamableFile(pdf, { type: 'application/pdf' });
  }

  @Post('mailbox')
  @HttpCode(202)
  @AnyoneMay(reason)
  async receive(
    @Req() request: Request,
    @Query('dmarc') dmarc: string | undefined,
  ): Promise<{ readonly accepted: true }> {
    const verdict = z.enum(['pass', 'fail', 'none']).safeParse(dmarc ?? 'none');
    const raw: unknown = request.body;
    if (!verdict.success || !Buffer.isBuffer(raw) || raw.length === 0)
      throw new SkrankeError('SKR_BAD_INPUT', 'a raw message as message/rfc822, dmarc=pass|fail|none');
    await this.mailbox.receive(raw, verdict.data);
    return { accepted: true };
  }

  @Post('clock')
  @HttpCode(200)
  @AnyoneMay(reason)
  async move(@Body() body: unknown): Promise<{ readonly now: string }> {
    const to = readInstant(clockSchema.parse(body).now);
    if (to === null) throw new SkrankeError('SKR_BAD_INPUT', 'an instant with its offset from UTC');
    return { now: (await this.clock.moveTo(to)).toISOString() };
  }
}
