import { Module } from '@nestjs/common';
import { PolicyVersionsRepository } from './policy-versions.repository.js';
import { SealJournalJob } from './seal-journal.job.js';
import { SealingRepository } from './sealing.repository.js';

/** The sealer, and the policies of their day, for the worker. */
@Module({ providers: [PolicyVersionsRepository, SealingRepository, SealJournalJob], exports: [SealJournalJob] })
export class JournalModule {}
