import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { ConversationModule } from '../modules/conversation/conversation.module.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { CHAT_DOOR, type ChatDoor } from './chat-door.service.js';
import { EID_CLIENT, loadEidClient } from './eid-profile.service.js';
import { EidController } from './eid.controller.js';
import { IssuerService } from './issuer.service.js';

/** Login with an electronic id; openid-client lives here only. */
@Module({})
export class EidModule {
  /** @param chat  the room of the chat's own door, and the door */
  static beside(chat: {
    readonly imports: NonNullable<ModuleMetadata['imports']>;
    readonly door: Type<ChatDoor>;
  }): DynamicModule {
    return {
      module: EidModule,
      imports: [ConversationModule, ...chat.imports],
      controllers: [EidController],
      providers: [
        { provide: EID_CLIENT, inject: [SETTINGS], useFactory: (settings: Settings) => loadEidClient(settings) },
        { provide: CHAT_DOOR, useExisting: chat.door },
        IssuerService,
      ],
    };
  }
}
