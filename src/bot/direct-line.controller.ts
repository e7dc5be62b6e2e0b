import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ClockService } from '../modules/database/clock.service.js';
import { ChatSessionsService } from '../modules/conversation/chat-sessions.service.js';
import { DESK_POLICY, type DeskPolicy } from '../modules/policy/desk-policy.js';
import { AnyoneMay } from '../modules/policy/may.guard.js';
import { SkrankeError } from '../modules/values/errors.js';
import { readActivity, watermarkSchema } from './activity.schema.js';
import { DeskHandler } from './desk.handler.js';
import { DoorService, type Entered } from './door.service.js';
import { toActivity, type WireActivity } from './to-activity.js';
import { languageOf, toInbound } from './to-inbound.js';

type Opened = {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl?: string;
} & Partial<ActivitySet>;

type ActivitySet = { readonly activities: readonly WireActivity[]; readonly watermark: string };

/** Direct Line 3.0, served by ourselves on Postgres: what stock clients and our own page speak. */
@Controller('v3/directline')
export class DirectLineController {
  constructor(
    private readonly door: DoorService,
    private readonly sessions: ChatSessionsService,
    private readonly handler: DeskHandler,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  @Post('tokens/generate')
  @HttpCode(200)
  @AnyoneMay('a conversation begins before anybody is known')
  async generate(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Opened> {
    const publicId = await this.begin(request);
    return this.door.tokenFor({ publicId, tokenEpoch: 1 }, response);
  }

  @Post('tokens/refresh')
  @HttpCode(200)
  @AnyoneMay('the token itself is the proof')
  async refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Opened> {
    const row = await this.door.enterToRefresh(request);
    return this.door.tokenFor(row, response);
  }

  @Post('tokens/end')
  @HttpCode(200)
  @AnyoneMay('the token itself is the proof')
  async end(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly ended: true }> {
    const { row } = await this.door.enter(request, null);
    await this.sessions.end(row);
    this.door.forget(response);
    return { ended: true };
  }

  @Post('conversations')
  @HttpCode(201)
  @AnyoneMay('a conversation begins before anybody is known')
  async start(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Opened> {
    if (request.headers.authorization !== undefined) {
      const { row } = await this.door.enter(request, null);
      return this.withStream(row, response, 0);
    }
    const publicId = await this.begin(request);
    const row = await this.sessions.find(publicId);
    const opened = this.withStream({ publicId, tokenEpoch: 1 }, response, 0);
    // The first answer comes along: on a slow line each round trip is half a second.
    return row === null ? opened : { ...opened, ...(await this.linesAfter(row, 0)) };
  }

  @Get('conversations/:id')
  @AnyoneMay('the token itself is the proof')
  async reconnect(
    @Param('id') id: string,
    @Query('watermark') watermark: string | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Opened> {
    const { row } = await this.door.enter(request, id);
    return this.withStream(row, response, watermarkSchema.parse(watermark));
  }

  @Get('conversations/:id/activities')
  @AnyoneMay('the token itself is the proof')
  async read(
    @Param('id') id: string,
    @Query('watermark') watermark: string | undefined,
    @Req() request: Request,
  ): Promise<ActivitySet> {
    const { row } = await this.door.enter(request, id);
    return this.linesAfter(row, watermarkSchema.parse(watermark));
  }

  @Post('conversations/:id/activities')
  @HttpCode(200)
  @AnyoneMay('the token itself is the proof')
  async post(
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('accept-language') accepted: string | undefined,
    @Req() request: Request,
  ): Promise<{ readonly id: string }> {
    const receivedAt = this.clock.now();
    const entered = await this.door.enter(request, id);
    // A form is read for the page without a script; it says nothing here.
    const activity = request.is('json') === false ? 'malformed' : readActivity(body);
    if (activity === 'malformed') throw new SkrankeError('SKR_ACTIVITY_MALFORMED', 'not a Direct Line activity');
    if (activity === 'too-long') throw new SkrankeError('SKR_TOO_LARGE', 'a text longer than is read');
    await this.door.countMessage(entered.row.publicId);
    const inbound = toInbound(activity, entered.row.id, receivedAt);
    if (inbound === null) return { id: `${entered.row.publicId}|quiet` };
    const taken = await this.handler.receive(
      { ...inbound, language: inbound.language ?? languageOf(accepted) },
      entered.row.publicId,
    );
    return { id: taken.activityId };
  }

  private async begin(request: Request): Promise<string> {
    await this.door.countConversation(request);
    return this.sessions.open(languageOf(request.headers['accept-language']));
  }

  private async linesAfter(row: Entered['row'], after: number): Promise<ActivitySet> {
    const lines = await this.sessions.linesAfter(row, after);
    return {
      activities: lines.map((line) => toActivity(line, row.publicId, this.policy.collector.desk)),
      watermark: String(lines.at(-1)?.seq ?? Math.min(after, row.lastSeq)),
    };
  }

  private withStream(
    row: Entered['row'] | { publicId: string; tokenEpoch: number },
    response: Response,
    watermark: number,
  ): Opened {
    return { ...this.door.tokenFor(row, response), streamUrl: this.door.streamUrl(row, watermark) };
  }
}
