import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { open } from '../modules/disclosure/open.js';
import { readActivity } from './activity.schema.js';
import { languageOf, toInbound } from './to-inbound.js';

const now = new Date('2026-11-25T10:00:00Z');
const inboundOf = (activity: unknown) => {
  const read = readActivity(activity);
  return typeof read === 'string' ? read : toInbound(read, 'conversation-1', now);
};

describe('what a client sends', () => {
  it('keeps its words, its own id and its language', () => {
    const inbound = inboundOf({
      type: 'message',
      text: 'Hva er kravet på?',
      locale: 'nn-NO',
      channelData: { clientActivityID: 'mine-1' },
    });
    expect(inbound).toMatchObject({
      channel: 'chat',
      conversationId: 'conversation-1',
      clientId: 'mine-1',
      receivedAt: now,
      language: 'nn',
      event: null,
      mail: null,
    });
    if (inbound !== null && typeof inbound !== 'string') expect(open(inbound.text)).toBe('Hva er kravet på?');
  });

  it('cannot say who it is from, when it came, in which conversation or with what right [C13, C18]', () => {
    const forged = {
      type: 'message',
      text: 'hei',
      from: { id: 'desk', role: 'bot', name: 'Fjordvakt' },
      conversation: { id: 'another' },
      recipient: { id: 'x' },
      serviceUrl: 'http://169.254.169.254/',
      timestamp: '1999-01-01T00:00:00Z',
      level: 3,
      partyId: 'somebody',
      owner: 'human',
      mail: { from: 'x@y.example' },
      __proto__: { polluted: true },
      channelData: { skranke: { level: 'high', author: 'caseworker' }, clientActivityID: 'c', tenant: 1 },
      entities: [{ type: 'ClientCapabilities' }],
    };
    expect(inboundOf(forged)).toEqual({ ...(inboundOf({ type: 'message', text: 'hei' }) as object), clientId: 'c' });
  });

  it.each([
    { type: 'event', name: 'handoff.initiate', value: {} },
    { type: 'event', name: 'handoff.status', value: { state: 'accepted' } },
    { type: 'event', name: 'tokens/response', value: { token: 'x' } },
    { type: 'event', name: 'webchat/join', value: { language: 'nb' } },
    { type: 'event', name: 'language', value: { nb: true } },
    { type: 'event' },
    { type: 'invoke', name: 'signin/verifyState', value: {} },
    { type: 'typing' },
    { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] },
    { type: 'endOfConversation' },
    { type: 'messageReaction' },
  ])('is taken and changes nothing: $type $name [C13]', (activity) => {
    expect(inboundOf(activity)).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['a list', [{ type: 'message', text: 'hei' }]],
    ['no type', { text: 'hei' }],
    ['a type nobody knows', { type: 'message2', text: 'hei' }],
    ['a message without words', { type: 'message' }],
    ['words that are no words', { type: 'message', text: { toString: 'x' } }],
    ['a locale without end', { type: 'message', text: 'hei', locale: 'n'.repeat(36) }],
  ])('is malformed: %s', (_, activity) => {
    expect(inboundOf(activity)).toBe('malformed');
  });

  it('is too long from 20 001 characters on, and says so', () => {
    expect(inboundOf({ type: 'message', text: 'a'.repeat(20_001) })).toBe('too-long');
    expect(inboundOf({ type: 'message', text: 'a'.repeat(20_000) })).toMatchObject({ channel: 'chat' });
  });

  it('never breaks the door, whatever it is [C18, C24]', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: false }), (anything) => {
        expect(() => inboundOf(anything)).not.toThrow();
      }),
    );
  });
});

describe('a locale', () => {
  it.each([
    ['nn-NO', 'nn'],
    ['nb', 'nb'],
    ['no', 'nb'],
    ['NB_no', 'nb'],
    ['en-GB,en;q=0.9', 'en'],
    ['sv-SE', null],
    ['', null],
    [undefined, null],
  ])('%s is read as %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});
