import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiPreconditionFailedResponse,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { CaseView } from '../casework/case-view.js';
import { CaseworkService } from '../casework/casework.service.js';
import type { Caseworker } from '../casework/caseworker.js';
import { readKnownCase } from '../casework/known-case.js';
import { CaseworkerMay } from '../policy/may.guard.js';
import { actSchema, toAct } from './act.schema.js';
import { notDone, type NotDone } from './act-answer.js';
import { caseAnswer, errorAnswer, refusedAnswer, stoppedAnswer } from './answer.schema.js';
import { inWords } from './api-doc.js';
import { SignedIn } from './caseworker.guard.js';
import { OwnOriginGuard } from './own-origin.guard.js';

/** Road 3's door: a case is opened, or something is done with it. */
@ApiTags('cases')
@Controller('api/console/cases')
@UseGuards(OwnOriginGuard)
export class CasesController {
  constructor(private readonly casework: CaseworkService) {}

  @Get(':id')
  @CaseworkerMay('cases')
  @ApiOkResponse({ schema: inWords(caseAnswer) })
  @ApiNotFoundResponse({ schema: inWords(errorAnswer) })
  @ApiQuery({ name: 'known', required: false, description: '`version.lastSeq` of what the page shows already' })
  @ApiNotModifiedResponse({ description: 'the page shows it as it is; this was no reading' })
  async open(
    @SignedIn() worker: Caseworker,
    @Param('id') id: string,
    @Query('known') known: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView | undefined> {
    const view = await this.casework.openIfChanged(worker, id, readKnownCase(known));
    if (view === null) response.status(304);
    return view ?? undefined;
  }

  /** Takes an act and answers with the case as it then stands; opening it again is a read like any other. */
  @Post(':id/acts')
  @HttpCode(200)
  @CaseworkerMay('cases')
  @ApiBody({ schema: inWords(actSchema, 'input') })
  @ApiOkResponse({ schema: inWords(caseAnswer) })
  @ApiConflictResponse({ schema: inWords(refusedAnswer), description: 'a rule stands in the way' })
  @ApiPreconditionFailedResponse({ schema: inWords(refusedAnswer), description: 'the page was old' })
  @ApiUnprocessableEntityResponse({ schema: inWords(stoppedAnswer), description: 'something stops the letter' })
  async act(
    @SignedIn() worker: Caseworker,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView | NotDone['body']> {
    const wire = actSchema.parse(body);
    const outcome = await this.casework.act(worker, id, toAct(wire), wire.version);
    if (outcome.outcome === 'done') return this.casework.open(worker, id);
    const not = notDone(outcome, randomUUID());
    response.status(not.status);
    return not.body;
  }
}
