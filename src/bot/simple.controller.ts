import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { ChatSessionsService } from '../modules/conversation/chat-sessions.service.js';
import type { InboundEvent } from '../modules/conversation/inbound-message.js';
import type { ConversationRow } from '../modules/conversation/session-row.js';
import { ClockService } from '../modules/database/clock.service.js';
import { newPublicId } from '../modules/database/new-id.service.js';
import { seal } from '../modules/disclosure/sealed.js';
import { DESK_POLICY, type DeskPolicy } from '../modules/policy/desk-policy.js';
import { AnyoneMay } from '../modules/policy/may.guard.js';
import { SkrankeError } from '../modules/values/errors.js';
import { DeskHandler } from './desk.handler.js';
import { DoorService } from './door.service.js';
import { simpleEnd, simplePage } from './simple-page.js';
import { languageOf } from './to-inbound.js';

const formSchema = z.object({
  id: z.string().max(200).optional(),
  text: z.string().max(20_000).optional(),
  language: z.enum(['nb', 'nn', 'en']).optional(),
  end: z.literal('1').optional(),
});

type Form = z.infer<typeof formSchema>;

const over: readonly string[] = ['SKR_TOKEN_MISSING', 'SKR_TOKEN_EXPIRED', 'SKR_NOT_FOUND'];

/** The chat for browsers without JavaScript: the same conversation, one form a turn. */
@Controller('simple')
export class SimpleController {
  constructor(
    private readonly door: DoorService,
    private readonly sessions: ChatSessionsService,
    private readonly handler: DeskHandler,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  @Get(['', 't/:ref'])
  @AnyoneMay('a conversation begins before anybody is known; its cookie opens it again')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'same-origin') // else a browser hides where a form comes from
  async show(
    @Param('ref') ref: string | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const row = (await this.own(request)) ?? (await this.begin(request));
    if (ref !== undefined) await this.take(row, '', { name: 'thread', value: ref }, newPublicId());
    const now = (await this.sessions.find(row.publicId)) ?? row;
    this.door.tokenFor(now, response);
    const language = now.language ?? languageOf(request.headers['accept-language']) ?? 'nb';
    const lines = await this.sessions.linesAfter(now, 0);
    const { name } = this.policy.collector;
    return simplePage({ language, collector: name, lines, sendId: newPublicId() }, this.policy.phrases);
  }

  @Post()
  @HttpCode(200)
  @AnyoneMay('the cookie is the proof, and only this page may send it')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async say(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const form = formSchema.parse(body);
    const row = await this.own(request);
    if (row !== null && form.end === '1') return this.end(row, response);
    if (row !== null) await this.takeForm(row, form);
    const now = row === null ? null : await this.sessions.find(row.publicId);
    if (now !== null) this.door.tokenFor(now, response);
    response.redirect(303, '/simple#newest');
    return '';
  }

  private async takeForm(row: ConversationRow, { id, text, language }: Form): Promise<void> {
    await this.door.countMessage(row.publicId);
    if (language !== undefined) await this.take(row, '', { name: 'language', value: language }, id);
    else if (text !== undefined && text.trim() !== '') await this.take(row, text, null, id);
  }

  private async take(row: ConversationRow, text: string, event: InboundEvent | null, id?: string): Promise<void> {
    await this.handler.receive(
      {
        channel: 'chat',
        conversationId: row.id,
        clientId: id ?? null,
        receivedAt: this.clock.now(),
        text: seal(text),
        language: row.language,
        event,
        mail: null,
      },
      row.publicId,
    );
  }

  private async end(row: ConversationRow, response: Response): Promise<string> {
    await this.sessions.end(row);
    this.door.forget(response);
    return simpleEnd({ language: row.language ?? 'nb', collector: this.policy.collector.name }, this.policy.phrases);
  }

  /** The conversation the cookie opens; null when there is none, or none any more. */
  private async own(request: Request): Promise<ConversationRow | null> {
    try {
      return await this.door.enterToRefresh(request);
    } catch (error) {
      if (error instanceof SkrankeError && over.includes(error.code)) return null;
      throw error;
    }
  }

  private async begin(request: Request): Promise<ConversationRow> {
    await this.door.countConversation(request);
    const publicId = await this.sessions.open(languageOf(request.headers['accept-language']));
    const row = await this.sessions.find(publicId);
    if (row === null) throw new SkrankeError('SKR_INTERNAL', 'a conversation that is gone at once');
    return row;
  }
}
