import {
  Injectable,
  Module,
  type DynamicModule,
  type ModuleMetadata,
  type OnApplicationBootstrap,
  type Provider,
  type Type,
} from '@nestjs/common';
import { ConversationModule } from '../conversation/conversation.module.js';
import { IntakeRepository } from '../intake/intake.repository.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { DevClockService } from './dev-clock.service.js';
import { DevController } from './dev.controller.js';
import { DevGuard } from './dev.guard.js';
import { DEV_MAILBOX, type DevMailbox } from './dev-mailbox.js';
import { DEV_LETTERS, type DevLetters } from './dev-letters.js';
import { DevPeopleService } from './dev-people.service.js';
import { DEV_PHONES, type DevPhones } from './dev-phones.js';
import { loadSampleWorld, SAMPLE_WORLD } from './sample-world.service.js';
import { SeedService } from './seed.service.js';

const world: Provider = {
  provide: SAMPLE_WORLD,
  inject: [SETTINGS],
  useFactory: (settings: Settings) => loadSampleWorld(settings.configDirectory),
};

@Injectable()
class SeedAtStart implements OnApplicationBootstrap {
  constructor(private readonly seed: SeedService) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.seed.seed();
  }
}

/** Where the demo's mailbox and phones come from: mail and SMS are spoken in rooms of their own. */
export type MailboxSource = {
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  readonly mailbox: Type<DevMailbox>;
  readonly phones: Type<DevPhones>;
  readonly letters: Type<DevLetters>;
};

/** The sample world, in demo mode only: planted by the worker, shown by the other process's dev doors. */
@Module({})
export class SampleModule {
  static world(): DynamicModule {
    return { module: SampleModule, providers: [world, IntakeRepository, SeedService, SeedAtStart] };
  }

  static doors(source: MailboxSource): DynamicModule {
    return {
      module: SampleModule,
      imports: [ConversationModule, ...source.imports],
      controllers: [DevController],
      providers: [
        world,
        IntakeRepository,
        DevPeopleService,
        DevClockService,
        DevGuard,
        { provide: DEV_MAILBOX, useExisting: source.mailbox },
        { provide: DEV_PHONES, useExisting: source.phones },
        { provide: DEV_LETTERS, useExisting: source.letters },
      ],
    };
  }
}
