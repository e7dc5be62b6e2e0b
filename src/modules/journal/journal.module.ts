import { Module } from '@nestjs/common';
import { SealJournalJob } from './seal-journal.job.js';
import { SealingRepository } from './sealing.repository.js';

/** The sealer, for the worker. */
@Module({ providers: [SealingRepository, SealJournalJob], exports: [SealJournalJob] })
export class JournalModule {}
