import { describe, expect, it } from '@jest/globals';
import { aCase, aProvenCase, deskPolicy, inChat, inMail, thread } from '../../../test/world/case-scenes.js';
import { seal } from '../disclosure/sealed.js';
import { tellThatItWaits, writeLetter } from './write-letter.js';

const words = seal('Hei, vi ser på det.');

describe('a caseworker’s letter', () => {
  it('to who is proven in her chat is told to herself, by the rule for her own facts [S40, ND13]', () => {
    const letter = writeLetter(aProvenCase(), words, false, deskPolicy);
    expect(letter?.to).toEqual({ kind: 'chat' });
    expect(letter?.record.disclosed).toEqual([
      {
        rule: 'caseworker-answer-to-debtor',
        topic: 'caseworker-letter',
        level: 'substantial',
        about: 'party-1',
        claimId: null,
        facts: ['letter'],
        asked: { subject: 'debtor', level: 'substantial', scope: null, claimId: null, kept: [] },
      },
    ]);
    expect(letter?.reply.text).toBe('Hei, vi ser på det.');
  });

  it('to anybody else is told as to anybody, about nobody', () => {
    for (const conversation of [inChat, inMail]) {
      const letter = writeLetter(aCase({ conversation }), words, false, deskPolicy);
      expect(letter?.record.disclosed).toMatchObject([{ rule: 'caseworker-answer-to-anyone', about: null }]);
    }
  });

  it('by mail says how to stop mail, under a subject that tells nothing [ND2, ND14]', () => {
    const { reply, to } = writeLetter(aCase(), words, false, deskPolicy) ?? {};
    expect(to).toEqual({ kind: 'mail', thread });
    expect(reply?.subject).toBe(deskPolicy.phrases.nb['mail.subject']);
    expect(reply?.text).toContain(deskPolicy.phrases.nb['mail.stop']);
  });

  it.each(['nb', 'nn', 'en'] as const)(
    'has the remedies below it in %s where the ground asks for them [L4]',
    (language) => {
      const { reply } = writeLetter(aProvenCase({ language }), words, true, deskPolicy) ?? {};
      expect(reply?.text).toMatch(/^Hei, vi ser på det\.\n\n[^]*Datatilsynet[^]*(domstol|courts)/);
    },
  );

  it('is not written where nobody can be reached, or no rule lets it go', () => {
    expect(writeLetter(aCase({ conversation: null }), words, false, deskPolicy)).toBeNull();
    expect(writeLetter(aCase({ conversation: { ...inMail, thread: null } }), words, false, deskPolicy)).toBeNull();
    const closed = { ...deskPolicy, disclosure: { ...deskPolicy.disclosure, rules: [] } };
    expect(writeLetter(aCase(), words, false, closed)).toBeNull();
  });
});

describe('the mail she began with', () => {
  it('hears that an answer waits and nothing of what it says [ND3]', () => {
    const notice = tellThatItWaits(aProvenCase({ cameBy: thread }), deskPolicy);
    expect(notice?.to).toEqual({ kind: 'mail', thread });
    expect(notice?.reply.text).toContain('Det ligger et svar til deg.');
    expect(notice?.record.disclosed).toMatchObject([{ rule: 'answer-waits', about: null }]);
  });

  it('hears nothing where there was none', () => {
    expect(tellThatItWaits(aProvenCase(), deskPolicy)).toBeNull();
  });
});
