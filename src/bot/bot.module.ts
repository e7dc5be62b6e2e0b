import { Module } from '@nestjs/common';
import { ConversationModule } from '../modules/conversation/conversation.module.js';
import { DeskHandler } from './desk.handler.js';
import { DirectLineController } from './direct-line.controller.js';
import { DoorService } from './door.service.js';
import { SimpleController } from './simple.controller.js';
import { StreamGateway } from './stream.gateway.js';

/** The chat door; botbuilder lives here only. */
@Module({
  imports: [ConversationModule],
  controllers: [DirectLineController, SimpleController],
  providers: [DoorService, DeskHandler, StreamGateway],
  exports: [DoorService],
})
export class BotModule {}
