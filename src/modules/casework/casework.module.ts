import { Module } from '@nestjs/common';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { PartiesRepository } from '../parties/parties.repository.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import { AbsenceService } from './absence.service.js';
import { ActCommitRepository } from './act-commit.repository.js';
import { CaseFileRepository } from './case-file.repository.js';
import { CaseMailRepository } from './case-mail.repository.js';
import { CaseMailService } from './case-mail.service.js';
import { CaseSceneRepository } from './case-scene.repository.js';
import { CaseworkService } from './casework.service.js';
import { CaseworkersRepository } from './caseworkers.repository.js';
import { LetterRulesRepository } from './letter-rules.repository.js';
import { LetterSendingRepository } from './letter-sending.repository.js';
import { QueuesRepository } from './queues.repository.js';
import { QueuesService } from './queues.service.js';
import { ReleaseJob } from './release.job.js';
import { ReleaseRepository } from './release.repository.js';
import { TranscriptRepository } from './transcript.repository.js';

/** The driver of road 3, with the rooms it composes. */
@Module({
  imports: [OutboxModule],
  providers: [
    ClaimsRepository,
    JournalRepository,
    PartiesRepository,
    RequestsRepository,
    ActCommitRepository,
    CaseFileRepository,
    CaseMailRepository,
    CaseSceneRepository,
    CaseworkersRepository,
    LetterRulesRepository,
    LetterSendingRepository,
    QueuesRepository,
    ReleaseRepository,
    TranscriptRepository,
    AbsenceService,
    CaseMailService,
    CaseworkService,
    QueuesService,
    ReleaseJob,
  ],
  exports: [AbsenceService, CaseMailService, CaseworkService, QueuesService, ReleaseJob],
})
export class CaseworkModule {}
