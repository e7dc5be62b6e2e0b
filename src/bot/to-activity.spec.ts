import { describe, expect, it } from '@jest/globals';
import { replyOf } from '../../test/world/replies.js';
import type { ChatLine } from '../modules/conversation/chat-line.js';
import { toActivity } from './to-activity.js';

const at = new Date('2026-11-25T10:00:00Z');
const person: ChatLine = { author: 'person', seq: 2, publicId: 'p2', at, text: 'hei <b>', clientId: 'mine-1' };
const body = { lang: 'nb', text: 'Hei!\n<script>', cards: [], options: [] } as const;
const said = (more: Readonly<Record<string, unknown>> = {}, line: Readonly<Record<string, unknown>> = {}): ChatLine =>
  ({
    author: 'desk',
    seq: 3,
    publicId: 'p3',
    at,
    reply: replyOf({ ...body, ...more }),
    replyToId: 'p2',
    level: 'none',
    ...line,
  }) as never;

describe('a line on the wire', () => {
  it('of ours is refused when no decision was made for its words [lock 2]', () => {
    const line = { ...said(), reply: body } as never;
    expect(() => toActivity(line, 'conv', 'Fjordvakt')).toThrow('SKR_REPLY_NOT_ISSUED');
  });

  it('echoes what the person wrote with her own id for it, unchanged', () => {
    expect(toActivity(person, 'conv', 'Fjordvakt')).toEqual({
      type: 'message',
      id: 'p2',
      timestamp: '2026-11-25T10:00:00.000Z',
      channelId: 'directline',
      conversation: { id: 'conv' },
      from: { id: 'person', role: 'user' },
      text: 'hei <b>',
      channelData: { clientActivityID: 'mine-1' },
    });
  });

  it('echoes an event as an event, so that no client draws an empty bubble', () => {
    expect(toActivity({ ...person, text: '' }, 'conv', 'Fjordvakt')).toMatchObject({
      type: 'event',
      name: 'received',
      channelData: { clientActivityID: 'mine-1' },
    });
  });

  it('has no id of its own for a message that had none', () => {
    expect(toActivity({ ...person, clientId: null }, 'conv', 'Fjordvakt')).not.toHaveProperty('channelData');
  });

  it('says whom it answers, in which language, and keeps text as text [C11, C12]', () => {
    expect(toActivity(said(), 'conv', 'Fjordvakt')).toMatchObject({
      from: { id: 'desk', name: 'Fjordvakt', role: 'bot' },
      text: 'Hei!\n<script>',
      textFormat: 'plain',
      locale: 'nb-NO',
      replyToId: 'p2',
    });
    expect(toActivity(said({}, { replyToId: null }), 'conv', 'Fjordvakt')).not.toHaveProperty('replyToId');
  });

  it('offers suggestions only by their words, never as links or posts behind the back [C12]', () => {
    const { suggestedActions } = toActivity(said({ options: ['Ja', 'javascript:alert(1)'] }), 'conv', 'Fjordvakt');
    expect(suggestedActions?.actions).toEqual([
      { type: 'imBack', title: 'Ja', value: 'Ja' },
      { type: 'imBack', title: 'javascript:alert(1)', value: 'javascript:alert(1)' },
    ]);
  });

  it('tells the page level, author, what is asked for and the cards', () => {
    const card = {
      title: 'Tindevind Strøm AS',
      notes: ['Dette kravet er satt på pause.'],
      rows: [{ label: 'KID', value: '1234', copy: true }],
      total: { label: 'Å betale i dag', value: '10,00 kr', copy: true },
    };
    const line = said({ lead: 'Hei!', cards: [card], expects: 'address' }, { level: 'low', author: 'caseworker' });
    expect(toActivity(line, 'conv', 'Fjordvakt').channelData).toEqual({
      skranke: {
        lang: 'nb',
        level: 'low',
        author: 'caseworker',
        lead: 'Hei!',
        cards: [
          {
            title: 'Tindevind Strøm AS',
            notes: ['Dette kravet er satt på pause.'],
            rows: [['KID', '1234', true]],
            total: ['Å betale i dag', '10,00 kr', true],
          },
        ],
        expects: 'email',
      },
    });
  });
});
