import { Module } from '@nestjs/common';
import { ReleaseJob } from './release.job.js';

/** The driver of road 3, with the rooms it composes. */
@Module({ providers: [ReleaseJob], exports: [ReleaseJob] })
export class CaseworkModule {}
