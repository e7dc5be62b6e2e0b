import { Module } from '@nestjs/common';
import { CasesRepository } from '../cases/cases.repository.js';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { AllowanceService } from '../identity/allowance.service.js';
import { ChallengesRepository } from '../identity/challenges.repository.js';
import { EidLoginsRepository } from '../identity/eid-logins.repository.js';
import { EvidenceRepository } from '../identity/evidence.repository.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { PartiesRepository } from '../parties/parties.repository.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import { ChatSessionsService } from './chat-sessions.service.js';
import { CommitRepository } from './commit.repository.js';
import { ConversationService } from './conversation.service.js';
import { DoorAllowanceService } from './door-allowance.service.js';
import { EidLoginsService } from './eid-logins.service.js';
import { MailSenderRepository } from './mail-sender.repository.js';
import { MailThreadsService } from './mail-threads.service.js';
import { SceneRepository } from './scene.repository.js';
import { TurnWriterRepository } from './turn-writer.repository.js';
import { UndeliveredService } from './undelivered.service.js';
import { WaitingLettersRepository } from './waiting-letters.repository.js';

const rooms = [
  CasesRepository,
  ClaimsRepository,
  ChallengesRepository,
  EvidenceRepository,
  EidLoginsRepository,
  RequestsRepository,
  JournalRepository,
  PartiesRepository,
  AllowanceService,
];

/** The driver of roads 1 and 2, with the rooms it composes. */
@Module({
  imports: [OutboxModule],
  providers: [
    ...rooms,
    SceneRepository,
    TurnWriterRepository,
    MailSenderRepository,
    CommitRepository,
    ConversationService,
    ChatSessionsService,
    DoorAllowanceService,
    EidLoginsService,
    MailThreadsService,
    UndeliveredService,
    WaitingLettersRepository,
  ],
  exports: [
    ...rooms,
    OutboxModule,
    ConversationService,
    ChatSessionsService,
    DoorAllowanceService,
    EidLoginsService,
    MailThreadsService,
    UndeliveredService,
  ],
})
export class ConversationModule {}
