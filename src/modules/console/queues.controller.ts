import { Controller, Get, HttpCode, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { Caseworker } from '../casework/caseworker.js';
import { readCursor, type Cursor } from '../casework/cursor.js';
import type { QueueState } from '../casework/queue-state.js';
import { QueuesService, type CasePage } from '../casework/queues.service.js';
import { CaseworkerMay } from '../policy/may.guard.js';
import { SkrankeError } from '../values/errors.js';
import { refused } from './act-answer.js';
import { casesAnswer, claimedAnswer, queuesAnswer, refusedAnswer } from './answer.schema.js';
import { inWords } from './api-doc.js';
import { SignedIn } from './caseworker.guard.js';
import { OwnOriginGuard } from './own-origin.guard.js';

/** What waits, most urgent first. A queue she does not clear is not there. */
@ApiTags('queues')
@Controller('api/console')
@UseGuards(OwnOriginGuard)
export class QueuesController {
  constructor(private readonly queues: QueuesService) {}

  @Get('queues')
  @CaseworkerMay('queues')
  @ApiOkResponse({ schema: inWords(queuesAnswer) })
  async overview(
    @SignedIn() worker: Caseworker,
  ): Promise<{ readonly queues: readonly QueueState[]; readonly mine: number }> {
    return this.queues.overview(worker);
  }

  @Get('cases')
  @CaseworkerMay('cases')
  @ApiQuery({ name: 'queue', required: false, description: 'the cases of one queue' })
  @ApiQuery({ name: 'mine', required: false, enum: ['1'], description: 'the cases she has' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ schema: inWords(casesAnswer) })
  async cases(
    @SignedIn() worker: Caseworker,
    @Query('queue') queue: unknown,
    @Query('mine') mine: unknown,
    @Query('cursor') cursor: unknown,
  ): Promise<CasePage> {
    const after = cursorOf(cursor);
    if (mine === '1' && queue === undefined) return this.queues.casesOf(worker, after);
    if (typeof queue === 'string' && mine === undefined) return this.queues.casesIn(worker, queue, after);
    throw new SkrankeError('SKR_BAD_INPUT', 'queue=… or mine=1');
  }

  @Post('queues/:id/claim-next')
  @HttpCode(200)
  @CaseworkerMay('cases')
  @ApiOkResponse({ schema: inWords(claimedAnswer) })
  @ApiConflictResponse({ schema: inWords(refusedAnswer) })
  async claimNext(
    @SignedIn() worker: Caseworker,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const claimed = await this.queues.claimNext(worker, id);
    if (claimed.outcome === 'done') return { caseId: claimed.caseId };
    const { status, body } = refused(claimed.refusal, randomUUID());
    response.status(status);
    return body;
  }
}

const cursorOf = (text: unknown): Cursor | null => {
  if (text === undefined || text === '') return null;
  const cursor = typeof text === 'string' ? readCursor(text) : null;
  if (cursor === null) throw new SkrankeError('SKR_BAD_INPUT', 'a cursor this desk did not write');
  return cursor;
};
