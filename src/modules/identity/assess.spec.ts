import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { assuranceLevels, reaches, unproven } from '../disclosure/assurance.js';
import { assess, hasIdledOut, type Evidence, type EvidenceKind, type SessionBefore } from './assess.js';

const policy = shippedPolicy.assurance;
const noon = Date.parse('2026-11-24T12:00:00Z');
/** So many minutes after noon. */
const at = (minutes: number): Date => new Date(noon + minutes * 60_000);

const proof = (kind: EvidenceKind, minutes: number, more: Partial<Evidence> = {}): Evidence => ({
  id: `${kind}-${String(minutes)}`,
  kind,
  partyIds: ['kari'],
  claimId: kind === 'letter-code' ? 'claim-1' : null,
  confirmedPoint: kind === 'letter-code',
  at: at(minutes),
  ...more,
});
const mailbox = (minutes: number, more: Partial<Evidence> = {}) => proof('mailbox-code', minutes, more);
const letter = (minutes: number, more: Partial<Evidence> = {}) => proof('letter-code', minutes, more);

/** A session that gave these proofs, was at this level at its last turn, and speaks again now. */
const session = (given: readonly Evidence[], before: SessionBefore, minutes: number) =>
  assess({ given, fresh: null }, before, policy, at(minutes));
const proving = (given: readonly Evidence[], fresh: Evidence, before: SessionBefore) =>
  assess({ given, fresh }, before, policy, fresh.at);
const was = (level: SessionBefore['level'], minutes: number): SessionBefore => ({ level, lastActivityAt: at(minutes) });

describe('one possession', () => {
  it('of the mailbox on file is worth low, for the person', () => {
    expect(proving([], mailbox(0), was('none', 0))).toEqual({
      level: 'low',
      partyId: 'kari',
      scope: { kind: 'person' },
    });
  });

  it('of the letter is worth low, for the one case it was printed for', () => {
    expect(proving([], letter(0), was('none', 0))).toEqual({
      level: 'low',
      partyId: 'kari',
      scope: { kind: 'case', claimId: 'claim-1' },
    });
  });

  it('of a mailbox that several people share is worth low, for none of them', () => {
    const shared = mailbox(0, { partyIds: ['kari', 'ola'] });
    expect(proving([], shared, was('none', 0))).toEqual({ level: 'low', partyId: null, scope: { kind: 'person' } });
  });

  it('shown twice is still one', () => {
    expect(proving([mailbox(0)], mailbox(2), was('low', 0)).level).toBe('low');
    expect(proving([letter(0)], letter(2, { claimId: 'claim-2' }), was('low', 0))).toEqual({
      level: 'low',
      partyId: 'kari',
      scope: { kind: 'case', claimId: 'claim-2' },
    });
  });
});

describe('two possessions in one session', () => {
  it.each([
    ['mailbox, then letter', mailbox(0), letter(5)],
    ['letter, then mailbox', letter(0), mailbox(5)],
    ['a shared mailbox, then the letter of one of them', mailbox(0, { partyIds: ['kari', 'ola'] }), letter(5)],
    ['phone, then letter', proof('phone-code', 0), letter(5)],
    ['mailbox, then a phone confirmed earlier', mailbox(0), proof('phone-code', 5, { confirmedPoint: true })],
  ])('are worth substantial: %s', (_, first, second) => {
    expect(proving([first], second, was('low', 0))).toEqual({
      level: 'substantial',
      partyId: 'kari',
      scope: { kind: 'person' },
    });
  });

  it("are worth low when neither mailbox nor phone was ever confirmed: both may be a namesake's", () => {
    expect(proving([mailbox(0)], proof('phone-code', 5), was('low', 0)).level).toBe('low');
  });

  it('count together when 15 minutes or less lie between them', () => {
    expect(proving([mailbox(0)], letter(15), was('low', 10)).level).toBe('substantial');
    expect(proving([mailbox(0)], letter(15.001), was('low', 10)).level).toBe('low');
  });

  it('of two people are never joined: the latest counts', () => {
    expect(proving([mailbox(0, { partyIds: ['ola'] })], letter(5), was('low', 0))).toEqual({
      level: 'low',
      partyId: 'kari',
      scope: { kind: 'case', claimId: 'claim-1' },
    });
  });
});

describe('eID', () => {
  it('at high is worth high, at substantial substantial', () => {
    expect(proving([], proof('eid-high', 0), was('none', 0)).level).toBe('high');
    expect(proving([], proof('eid-substantial', 0), was('none', 0)).level).toBe('substantial');
  });

  it('raises nobody by standing beside the proof of another', () => {
    const other = proof('eid-high', 0, { partyIds: ['ola'] });
    expect(proving([other], mailbox(1), was('high', 0))).toEqual({
      level: 'low',
      partyId: 'kari',
      scope: { kind: 'person' },
    });
  });
});

describe('eID of somebody of whom nothing is held', () => {
  const unheld = (minutes: number, more: Partial<Evidence> = {}) =>
    proof('eid-high', minutes, { partyIds: [], ...more });

  it('proves a person and no party, at its level', () => {
    const nobody = { partyId: null, scope: { kind: 'person' } };
    expect(proving([], unheld(0), was('none', 0))).toEqual({ level: 'high', ...nobody });
    expect(proving([], unheld(0, { kind: 'eid-substantial' }), was('none', 0))).toEqual({
      level: 'substantial',
      ...nobody,
    });
  });

  it('ends what the session proved of somebody else [C07]', () => {
    expect(proving([mailbox(0), letter(1)], unheld(2), was('substantial', 1)).partyId).toBeNull();
    expect(session([mailbox(0), letter(1), unheld(2)], was('high', 2), 3)).toMatchObject({
      level: 'high',
      partyId: null,
    });
  });

  it('gives way to a later proof of somebody', () => {
    expect(proving([unheld(0)], mailbox(1), was('high', 0))).toMatchObject({ level: 'low', partyId: 'kari' });
  });

  it('lives as long as any eID: 30 minutes, 10 of them silent', () => {
    expect(session([unheld(0)], was('high', 20), 29.9).level).toBe('high');
    expect(session([unheld(0)], was('high', 29.9), 30)).toEqual(unproven);
    expect(session([unheld(0)], was('high', 1), 11)).toEqual(unproven);
  });
});

describe('the clock', () => {
  const both = [mailbox(0), letter(1)];

  it('ends every proof after 30 minutes, also of an active session', () => {
    expect(session(both, was('substantial', 29), 29.999).level).toBe('substantial');
    expect(session(both, was('substantial', 29.9), 30)).toEqual({
      level: 'low',
      partyId: 'kari',
      scope: { kind: 'case', claimId: 'claim-1' },
    });
    expect(session(both, was('low', 30.5), 31)).toEqual(unproven);
  });

  it('takes substantial after 10 silent minutes and everything after 15', () => {
    expect(session(both, was('substantial', 1), 10.999).level).toBe('substantial');
    expect(session(both, was('substantial', 1), 11).level).toBe('low');
    expect(session(both, was('substantial', 1), 15.999).level).toBe('low');
    expect(session(both, was('substantial', 1), 16)).toEqual(unproven);
  });

  it('gives nothing back when the session speaks again', () => {
    expect(session(both, was('low', 12), 12.5).level).toBe('low');
  });

  it('lets a new proof pair with one that is alive, but not wake a dead one', () => {
    expect(proving(both, letter(12, { id: 'again' }), was('low', 11.5)).level).toBe('substantial');
    expect(proving([letter(0)], mailbox(16), was('low', 0))).toEqual({
      level: 'low',
      partyId: 'kari',
      scope: { kind: 'person' },
    });
  });

  it('does not believe a proof of the future', () => {
    expect(session([mailbox(5)], was('low', 0), 1)).toEqual(unproven);
  });

  it('knows a session that was silent too long', () => {
    expect([14.999, 15].map((minutes) => hasIdledOut(at(0), policy, at(minutes)))).toEqual([false, true]);
  });
});

describe('every session', () => {
  const evidence = fc
    .record({
      kind: fc.constantFrom<EvidenceKind>('mailbox-code', 'phone-code', 'letter-code', 'eid-substantial', 'eid-high'),
      partyIds: fc.constantFrom(['kari'], ['ola'], ['kari', 'ola']),
      minutes: fc.integer({ min: -40, max: 0 }),
      confirmedPoint: fc.boolean(),
    })
    .map(({ kind, partyIds, minutes, confirmedPoint }) => proof(kind, minutes, { partyIds, confirmedPoint }));
  const proofs = fc.array(evidence, { maxLength: 5 });
  const before = fc.record({
    level: fc.constantFrom(...assuranceLevels),
    lastActivityAt: fc.integer({ min: -20, max: 0 }).map(at),
  });

  it('without a new proof is never worth more than it was', () => {
    fc.assert(
      fc.property(proofs, before, fc.integer({ min: 0, max: 40 }), (given, so, minutes) => {
        const { level } = session(given, so, minutes);
        return level === 'none' || level === 'low' || reaches(so.level, level);
      }),
    );
  });

  it('is never worth more later than sooner', () => {
    fc.assert(
      fc.property(proofs, before, fc.nat(40), fc.nat(40), (given, so, sooner, wait) =>
        reaches(session(given, so, sooner).level, session(given, so, sooner + wait).level),
      ),
    );
  });

  it('speaks for nobody above low, whose proofs do not all say so', () => {
    fc.assert(
      fc.property(proofs, before, fc.option(evidence), (given, so, fresh) => {
        const { level, partyId } = assess(
          { given, fresh: fresh === null ? null : { ...fresh, at: at(0) } },
          so,
          policy,
          at(0),
        );
        if (level === 'none') return partyId === null;
        return (
          level === 'low' ||
          [...given, ...(fresh === null ? [] : [fresh])].some((one) => one.partyIds.includes(partyId ?? ''))
        );
      }),
    );
  });
});
