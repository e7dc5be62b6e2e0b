import { describe, expect, it } from '@jest/globals';
import { aMeaning, aScene, mailboxOnly } from '../../../test/world/a-scene.js';
import { seal } from '../disclosure/sealed.js';
import type { Meaning } from './meaning.js';
import { planCommand } from './plan-command.js';
import type { Scene } from './scene.js';
import type { Step } from './step.js';

const planned = (meaning: Partial<Meaning>, scene: Scene = aScene()): readonly Step[] | null =>
  planCommand(aMeaning(meaning), scene);
const email = seal('kari@brevdue.example');
const phone = { number: seal('+4799999999'), takesSms: true, isWholeText: true };

describe('an address', () => {
  it('alone is asked a code for', () => {
    expect(planned({ email, isOnlyAddress: true })).toEqual([
      { do: 'send-code', kind: 'email', target: email, wishes: [] },
    ]);
  });

  it('beside a question is asked a code for, and the question is kept', () => {
    expect(planned({ email, intents: ['balance'] })).toEqual([
      { do: 'send-code', kind: 'email', target: email, wishes: ['balance'] },
    ]);
  });

  it('beside something to be filed is part of what she writes, unless it was asked for', () => {
    expect(planned({ email, intents: ['rectification'] })).toBeNull();
    expect(planned({ email, intents: ['rectification'] }, aScene({ flow: { awaiting: 'address' } }))?.[0]?.do).toBe(
      'send-code',
    );
  });

  it('that is a phone number is asked a code for where text messages are sent, and only there', () => {
    expect(planned({ phone }, aScene({ canText: true }))?.[0]).toMatchObject({ do: 'send-code', kind: 'phone' });
    expect(planned({ phone })).toEqual([{ do: 'say', phrase: 'identity.no-sms' }]);
    expect(planned({ phone: { ...phone, takesSms: false } }, aScene({ canText: true }))).toEqual([
      { do: 'say', phrase: 'identity.no-sms' },
    ]);
  });

  it('by post is taken for what it is, unless she asks something else', () => {
    const asked = aScene({ flow: { awaiting: 'postal-address' } });
    expect(planned({ action: 'handoff' }, asked)?.map(({ do: what }) => what)).toEqual(['say', 'file']);
    expect(planned({ intents: ['balance'] }, asked)).toBeNull();
    expect(planned({ intents: ['human'] }, asked)).toBeNull();
  });
});

describe('a word that steers', () => {
  it.each([
    ['undo', [{ do: 'undo' }]],
    ['human', [{ do: 'file', intent: 'human' }]],
    ['help', [{ do: 'say', phrase: 'what-now' }]],
    ['machine', [{ do: 'say', phrase: 'machine' }]],
    ['fine', [{ do: 'say', phrase: 'fine' }]],
    ['cancel', [{ do: 'say', phrase: 'stopped' }]],
    ['letter', [{ do: 'say', phrase: 'letter.details' }]],
    ['new-code', [{ do: 'say', phrase: 'identity.ask-first' }]],
  ] as const)('does what it says: %s', (command, steps) => {
    expect(planned({ command })).toEqual(steps);
  });

  it('asks for a letter without name and address where a possession is proven', () => {
    expect(planned({ command: 'letter' }, aScene({ assurance: mailboxOnly }))).toEqual([
      { do: 'say', phrase: 'letter.asked' },
      { do: 'file', intent: 'letter_code' },
    ]);
  });

  it('sends another code to where the last one was asked for', () => {
    const scene = aScene({ flow: { codeTarget: { kind: 'email', typed: 'kari@brevdue.example' } } });
    expect(planned({ command: 'new-code' }, scene)?.[0]).toMatchObject({ do: 'send-code', kind: 'email' });
  });

  it('yes and no mean something only when they were asked for', () => {
    expect(planned({ command: 'yes' })).toBeNull();
    const asked = aScene({ flow: { awaiting: 'thread-confirmation' } });
    expect(planned({ command: 'yes' }, asked)).toEqual([{ do: 'settle-thread', hers: true }]);
    expect(planned({ command: 'no' }, asked)).toEqual([{ do: 'settle-thread', hers: false }]);
  });
});

describe('what the page tells', () => {
  it('is the thread it was opened from, and the language that was chosen', () => {
    expect(planned({ bindsThread: true })).toEqual([{ do: 'say', phrase: 'thread.bound' }]);
    expect(planned({ languageChosen: true })).toEqual([{ do: 'say', phrase: 'language-changed' }]);
  });
});

describe('somebody who is stuck', () => {
  it.each([
    ['with the code', { awaiting: 'code' }, { mentions: 'code', action: 'handoff' }, 'identity.code-help'],
    ['with the letter', { awaiting: 'letter-code' }, { mentions: 'letter', action: 'clarify' }, 'identity.no-letter'],
    ['with numbers that prove nothing', {}, { isOnlyNumbers: true }, 'identity.number-no-proof'],
  ] as const)('is helped on: %s', (_, flow, meaning, phrase) => {
    expect(planned(meaning, aScene({ flow }))).toEqual([{ do: 'say', phrase }]);
  });

  it('is understood first where she says plainly what she wants', () => {
    expect(planned({ mentions: 'code', intents: ['balance'] }, aScene({ flow: { awaiting: 'code' } }))).toBeNull();
  });
});
