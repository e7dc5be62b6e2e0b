import { Injectable } from '@nestjs/common';
import {
  ActivityHandler,
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder';
import type { InboundMessage, Taken } from '../modules/conversation/inbound-message.js';
import { ConversationService } from '../modules/conversation/conversation.service.js';
import { SkrankeError } from '../modules/values/errors.js';

const inboundKey = Symbol('inbound');
const takenKey = Symbol('taken');

/**
 * botbuilder's place in the house: a turn's shell, nothing more. Replies are not sent through it; they are written by
 * the turn's own transaction and read by sequence number (decision 0004).
 */
class DeskAdapter extends BotAdapter {
  override sendActivities(): Promise<ResourceResponse[]> {
    return Promise.reject(new SkrankeError('SKR_REPLY_NOT_ISSUED', 'a reply past the outbox'));
  }

  override updateActivity(): Promise<ResourceResponse | undefined> {
    return Promise.reject(new SkrankeError('SKR_REPLY_NOT_ISSUED', 'an update past the outbox'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new SkrankeError('SKR_REPLY_NOT_ISSUED', 'a deletion past the outbox'));
  }

  override continueConversation(
    _: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    return logic(new TurnContext(this, {}));
  }

  async process(activity: Partial<Activity>, inbound: InboundMessage, handler: ActivityHandler): Promise<Taken> {
    const context = new TurnContext(this, activity);
    context.turnState.set(inboundKey, inbound);
    await this.runMiddleware(context, (turn) => handler.run(turn));
    return context.turnState.get<Taken>(takenKey);
  }
}

/** Road 1's first step behind the door: a message or event becomes one call of the conversation. */
@Injectable()
export class DeskHandler extends ActivityHandler {
  private readonly adapter = new DeskAdapter();

  constructor(private readonly conversations: ConversationService) {
    super();
    this.onMessage(async (context, next) => this.take(context, next));
    this.onEvent(async (context, next) => this.take(context, next));
  }

  /** Runs one activity through botbuilder's turn. `from` and `conversation` come from the token. */
  async receive(inbound: InboundMessage, conversation: string): Promise<Taken> {
    const type = inbound.event === null ? 'message' : 'event';
    const activity: Partial<Activity> = {
      type,
      channelId: 'directline',
      conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
      from: { id: 'person', name: '' },
      recipient: { id: 'desk', name: '' },
    };
    return this.adapter.process(activity, inbound, this);
  }

  private async take(context: TurnContext, next: () => Promise<void>): Promise<void> {
    context.turnState.set(takenKey, await this.conversations.take(context.turnState.get<InboundMessage>(inboundKey)));
    await next();
  }
}
