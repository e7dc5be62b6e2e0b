import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readActivity } from './activity.js';

const wire = {
  type: 'message',
  id: 'c|0000002',
  timestamp: '2027-03-04T12:00:00Z',
  from: { id: 'desk', role: 'bot' },
  text: 'Her er det kravet er på.',
  suggestedActions: {
    actions: [
      { type: 'imBack', title: 'Ja', value: 'ja' },
      { type: 'openUrl', title: 'Lenke', value: 'https://elsewhere.example' },
    ],
  },
  channelData: {
    skranke: {
      level: 'substantial',
      lang: 'nb',
      expects: 'code',
      cards: [
        {
          title: 'Slik betaler du',
          rows: [
            ['KID', '0012', true],
            ['Frist', '18. mars 2027'],
          ],
          total: ['Å betale', '10,00 kr'],
        },
      ],
    },
  },
};

describe('reading what comes down the wire', () => {
  it('takes a message with its suggestions, cards, level and what is expected', () => {
    expect(readActivity(wire)).toEqual({
      kind: 'message',
      id: 'c|0000002',
      key: 'c|0000002',
      by: 'machine',
      text: 'Her er det kravet er på.',
      at: '2027-03-04T12:00:00Z',
      lang: 'nb',
      suggestions: [{ title: 'Ja', value: 'ja', opens: false }],
      cards: [
        {
          title: 'Slik betaler du',
          rows: [
            { label: 'KID', value: '0012', copy: true },
            { label: 'Frist', value: '18. mars 2027', copy: false },
          ],
          notes: [],
          total: { label: 'Å betale', value: '10,00 kr', copy: false },
        },
      ],
      level: 'substantial',
      expects: 'code',
    });
  });

  it('says once what a card shows as well, and keeps the whole text of a message without a lead', () => {
    const { skranke } = wire.channelData;
    const led = {
      ...wire,
      channelData: { skranke: { ...skranke, lead: 'To krav.', cards: [{ notes: ['Pause.', 7] }] } },
    };
    expect(readActivity(led)).toMatchObject({ text: 'To krav.', cards: [{ notes: ['Pause.'] }] });
    expect(readActivity({ ...led, channelData: { skranke: { lead: 7 } } })).toMatchObject({ text: wire.text });
    expect(readActivity({ ...led, from: { role: 'user' } })).toMatchObject({ text: wire.text });
  });

  it('offers what says something in the conversation, and nothing that acts behind the back [C12]', () => {
    const actions = ['imBack', 'postBack', 'call', 'messageBack', 'signin', 7].map((type) => ({ type, title: 'Ja' }));
    expect(readActivity({ ...wire, suggestedActions: { actions } })).toMatchObject({
      suggestions: [{ title: 'Ja', value: 'Ja', opens: false }],
    });
  });

  it.each([
    ['/eid/start', true],
    ['https://elsewhere.example/', false],
    ['//elsewhere.example', false],
    ['/\\elsewhere.example', false],
    ['/\t/elsewhere.example', false],
    ['javascript:alert(1)', false],
    ['', false],
    [undefined, false],
  ])('offers a page only by its path here: %s [C12]', (value, offered) => {
    const actions = [{ type: 'openUrl', title: 'Logg inn', value }];
    const suggestions = offered ? [{ title: 'Logg inn', value, opens: true }] : [];
    expect(readActivity({ ...wire, suggestedActions: { actions } })).toMatchObject({ suggestions });
  });

  it('knows our own words by the id we gave them, and draws no card or button from them [C12]', () => {
    const own = { ...wire, channelData: { ...wire.channelData, clientActivityID: 'k1' } };
    expect(readActivity(own)).toMatchObject({ by: 'you', key: 'k1', cards: [], suggestions: [] });
    expect(readActivity({ ...wire, from: { role: 'user' } })).toMatchObject({ by: 'you', cards: [] });
  });

  it('tells a caseworker from the machine', () => {
    expect(readActivity({ ...wire, channelData: { skranke: { author: 'caseworker' } } })).toMatchObject({
      by: 'person',
    });
  });

  it.each([
    ['initiated', 'waiting'],
    ['accepted', 'person'],
    ['completed', 'machine'],
  ])('reads handoff.status %s as %s', (state, to) => {
    const status = { type: 'event', id: 'c|3', name: 'handoff.status', value: { state } };
    expect(readActivity(status)).toEqual({ kind: 'handoff', id: 'c|3', to });
    expect(readActivity({ ...status, value: state })).toEqual({ kind: 'handoff', id: 'c|3', to });
  });

  it.each(['constructor', '__proto__', 'toString', 'failed'])('shows no hand-over for the state %s', (state) => {
    expect(readActivity({ type: 'event', id: 'x', name: 'handoff.status', value: state })).toBeUndefined();
  });

  it('leaves out an unknown level, language or expectation', () => {
    const odd = { ...wire, channelData: { skranke: { level: '__proto__', lang: 'xx', expects: 'pin', cards: 'x' } } };
    expect(readActivity(odd)).toMatchObject({ level: undefined, lang: undefined, expects: undefined, cards: [] });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (raw) => void readActivity(raw)));
    const parts = fc.dictionary(
      fc.constantFrom('type', 'id', 'channelData', 'skranke', 'cards', 'value'),
      fc.jsonValue(),
    );
    fc.assert(fc.property(parts, (raw) => void readActivity({ ...raw, type: 'message', id: 'x' })));
  });
});
